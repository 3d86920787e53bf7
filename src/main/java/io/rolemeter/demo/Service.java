package io.rolemeter.demo;

/** One simulated service: it answers every request, and keeps no thread. */
@FunctionalInterface
interface Service {
    Response answer(Request request);
}

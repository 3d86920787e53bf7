package io.rolemeter.demo.http;

/** One simulated service: it answers every request, and keeps no thread. */
@FunctionalInterface
public interface Service {
    /** The whole answer; called by several threads at once, and whatever it throws is the client's 500. */
    Response answer(Request request);
}

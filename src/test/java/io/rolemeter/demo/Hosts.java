package io.rolemeter.demo;

import java.time.Clock;

/** Simulated hosts by the names of their scenarios. */
public final class Hosts {

    private Hosts() {}

    public static SimulatedHost start(String scenario) {
        return start(scenario, Clock.systemUTC());
    }

    public static SimulatedHost start(String scenario, Clock clock) {
        return SimulatedHost.start(Scenarios.named(scenario).orElseThrow(), clock);
    }
}

package io.rolemeter.publish.http;

import java.util.Map;

/** What the JDK's HTTP server reads once, when its first class is loaded, and never again. */
public final class ServerLimits {
    /** Times are in seconds, where the name does not say otherwise. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "10",
            "sun.net.httpserver.timerMillis", "500",
            "sun.net.httpserver.idleInterval", "90",
            "sun.net.httpserver.clockTick", "1000",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "jdk.httpserver.maxConnections", "512");

    private ServerLimits() {}

    /**
     * Sets each limit that the command line has not set. Without {@code nodelay} every scrape over a kept connection
     * takes 40 ms longer; without the time limits a client that says nothing is waited for for ever.
     */
    public static void apply() {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}

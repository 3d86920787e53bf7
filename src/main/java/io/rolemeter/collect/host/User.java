package io.rolemeter.collect.host;

/** One line of {@code /etc/passwd}. */
public record User(String name, int uid, String home) {}

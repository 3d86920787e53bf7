package io.rolemeter.collect.host;

import java.util.Optional;

/** The variables that a process was started with, {@code NAME=value} separated by NUL. Never printed. */
public final class Environment {
    private final String text;

    public Environment(String text) {
        this.text = text;
    }

    /** The first value of that name, which is what {@code getenv} returns; empty when there is none or it is blank. */
    public Optional<String> get(String name) {
        String start = name + "=";
        int at = text.startsWith(start) ? 0 : text.indexOf("\0" + start) + 1;
        if (at == 0 && !text.startsWith(start)) {
            return Optional.empty();
        }
        int end = text.indexOf('\0', at);
        String value = text.substring(at + start.length(), end < 0 ? text.length() : end);
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** All of it, for searching. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "environment";
    }
}

package io.rolemeter.publish.report;

import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;

/** The few colours of a terminal that carry meaning. */
enum Colour {
    RED("31;1"),
    YELLOW("33;1"),
    GREEN("32;1"),
    BOLD("1"),
    FAINT("2");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    static Colour of(Status status) {
        return switch (status) {
            case OK -> GREEN;
            case WARNING, UNKNOWN -> YELLOW;
            case CRITICAL -> RED;
        };
    }

    static Colour of(Severity severity) {
        return severity == Severity.CRITICAL ? RED : YELLOW;
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}

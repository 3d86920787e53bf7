package io.rolemeter.cli;

import io.rolemeter.model.Status;

/** Exit codes of all commands, as Nagios has them. */
public final class ExitCode {
    public static final int OK = 0;
    /** Could not tell, bad usage or bad configuration. */
    public static final int UNKNOWN = 3;

    private ExitCode() {}

    static int of(Status status) {
        return switch (status) {
            case OK -> OK;
            case WARNING -> 1;
            case CRITICAL -> 2;
            case UNKNOWN -> UNKNOWN;
        };
    }
}

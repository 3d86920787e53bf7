package io.rolemeter.cli;

import java.util.Locale;

/** How the commands print that look at a part of the host only. */
enum DocumentFormat {
    TEXT,
    JSON;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

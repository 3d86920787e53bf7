package io.rolemeter.collect.host;

import java.util.Optional;

/** Which container a process is in, by its control group, and that container's files. */
public final class Containers {
    private static final int DIGITS = 64;
    private static final int SHOWN = 12;

    private Containers() {}

    /** The first twelve digits of its id. */
    public static Optional<String> idOf(ProcessDetails details) {
        return idOf(details.controlGroup());
    }

    /**
     * The first twelve digits of its id: those of the first run of 64 hexadecimal digits.
     *
     * @param controlGroup the lines of {@code cgroup}
     */
    static Optional<String> idOf(String controlGroup) {
        int run = 0;
        for (int at = 0; at <= controlGroup.length(); at++) {
            if (at < controlGroup.length() && isDigit(controlGroup.charAt(at))) {
                run++;
            } else if (run == DIGITS) {
                return Optional.of(controlGroup.substring(at - DIGITS, at - DIGITS + SHOWN));
            } else {
                run = 0;
            }
        }
        return Optional.empty();
    }

    /** The files that the process sees; empty when they cannot be entered from here. */
    public static Optional<HostFiles> filesOf(HostProcess process, ProcessDetails details, Host host) {
        return idOf(details).isEmpty() ? Optional.of(host.files()) : host.filesOf(process);
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}

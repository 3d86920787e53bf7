package io.rolemeter.collect.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A running program, without its environment. Its arguments may hold secrets, so {@code toString} does not show them.
 *
 * @param command the kernel's name for it, at most 15 characters; a program can change it
 * @param arguments as given at start, unless the program overwrote them
 * @param workingDirectory as seen on the host; empty when it cannot be read or was deleted
 */
public record HostProcess(
        int pid, int uid, String user, String command, List<String> arguments, Optional<String> workingDirectory) {
    public HostProcess {
        arguments = List.copyOf(arguments);
    }

    /** Those of a command line as {@code /proc} shows it, separated by NUL. */
    static List<String> arguments(String commandLine) {
        List<String> arguments = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(commandLine, "\0");
        while (tokens.hasMoreTokens()) {
            arguments.add(tokens.nextToken());
        }
        return arguments;
    }

    @Override
    public String toString() {
        return command + "[" + pid + "]";
    }
}

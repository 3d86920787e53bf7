package io.rolemeter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether somebody looks at what is written. */
final class Terminal {
    /** Where Linux shows what the standard streams are; the JDK's console does not tell output from input. */
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private static final Path ERRORS = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Standard output is a terminal, and {@code NO_COLOR} is not set to anything. */
    static boolean coloured() {
        return !plain(System.getenv()) && present(OUTPUT);
    }

    /** Standard error is a terminal on which a line can be erased. */
    static boolean showsProgress() {
        return erases(System.getenv()) && present(ERRORS);
    }

    static boolean erases(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return !plain(environment) && !terminal.isEmpty() && !terminal.equals("dumb");
    }

    private static boolean plain(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private static boolean present(Path stream) {
        try {
            String target = Files.readSymbolicLink(stream).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

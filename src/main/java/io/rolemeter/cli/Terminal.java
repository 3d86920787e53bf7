package io.rolemeter.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody looks at standard output. */
final class Terminal {
    /** Where Linux shows what standard output is; the JDK's console does not tell output from input. */
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private Terminal() {}

    /** On a terminal, unless {@code NO_COLOR} is set to anything. */
    static boolean coloured() {
        String unwanted = System.getenv("NO_COLOR");
        return (unwanted == null || unwanted.isEmpty()) && present();
    }

    private static boolean present() {
        try {
            String target = Files.readSymbolicLink(OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

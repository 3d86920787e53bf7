package io.rolemeter.cli;

import io.rolemeter.publish.report.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Whether somebody looks at standard output, and how much of it he sees. */
final class Terminal {
    /** Where Linux shows what standard output is; the JDK's console does not tell output from input. */
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private static final int DEFAULT_COLUMNS = 80;
    private static final int PATIENCE_SECONDS = 2;

    private Terminal() {}

    /** Of a terminal its width, and colours unless {@code NO_COLOR} is set to anything. */
    static Screen screen() {
        if (!present()) {
            return Screen.NONE;
        }
        String unwanted = System.getenv("NO_COLOR");
        return new Screen(unwanted == null || unwanted.isEmpty(), columns());
    }

    private static boolean present() {
        try {
            String target = Files.readSymbolicLink(OUTPUT).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** As {@code stty} has it: the JDK does not know. */
    private static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(OUTPUT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return DEFAULT_COLUMNS;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return columns > 0 ? columns : DEFAULT_COLUMNS;
        } catch (IOException | NumberFormatException e) {
            return DEFAULT_COLUMNS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DEFAULT_COLUMNS;
        }
    }
}

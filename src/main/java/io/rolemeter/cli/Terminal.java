package io.rolemeter.cli;

import io.rolemeter.publish.report.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whether somebody looks at what is written, and how much of it he sees. */
final class Terminal {
    /** Where Linux shows what the standard streams are; the JDK's console does not tell output from input. */
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private static final Path ERRORS = Path.of("/proc/self/fd/2");
    private static final int DEFAULT_COLUMNS = 80;
    private static final int PATIENCE_SECONDS = 2;

    private Terminal() {}

    /** Of a terminal its width, and colours unless {@code NO_COLOR} is set to anything. */
    static Screen screen() {
        return present(OUTPUT) ? new Screen(!plain(System.getenv()), columns()) : Screen.NONE;
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

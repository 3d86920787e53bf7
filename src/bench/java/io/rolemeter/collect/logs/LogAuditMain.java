package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.OpenedFile;
import io.rolemeter.collect.host.OpenedFile.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Scanner;

/**
 * Searches a log of any size, once for each line on the input; answers with the nanoseconds and the errors found. First writes the words
 * beside the log, in {@code words}, for a {@code grep -F} to search the same.
 */
final class LogAuditMain {
    private static int errors;

    private LogAuditMain() {}

    public static void main(String[] arguments) throws IOException {
        Path log = Path.of(arguments[0]).toAbsolutePath();
        Files.write(
                log.resolveSibling("words"),
                ErrorWords.all().stream().map(ErrorWords.Word::text).toList());
        LogScan scan = new LogScan(new LineTimes(() -> ZoneOffset.UTC));
        Scanner asked = new Scanner(System.in);
        while (asked.hasNextLine()) {
            asked.nextLine();
            errors = 0;
            long start = System.nanoTime();
            if (!(OpenedFile.open(new Host(Path.of("/")).files(), log.toString()) instanceof Opening.Opened opened)) {
                throw new IOException(log + " cannot be opened");
            }
            try (OpenedFile file = opened.file()) {
                scan.read(file.from(0), 0, file.status().size(), mention -> errors++);
            }
            System.out.println((System.nanoTime() - start) + " " + errors);
        }
    }
}

package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan of 100,000 small files stays within 64 MB of heap; its time is printed beside ripgrep's. */
@Tag("large")
class LargeTreeIT {
    private static final int FOLDERS = 1000;
    private static final int FILES_EACH = 100;
    private static final int KEY_EVERY = 10;
    /** Wide: it is to fail when the scan takes twice as long, not when the machine is busy. */
    private static final double MOST_TIMES_RIPGREP = 12;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String FILLER = "name: item\nvalue: 42\nurl: https://example.com/items/42\n".repeat(8);
    private static final String KEY =
            "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n";
    private static final String KEY_ID = "(AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}";

    @Test
    void aHundredThousandFilesAreScannedWithin64Megabytes(@TempDir Path tree) throws IOException {
        write(tree);
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            try (RunningProcess scan = PackagedJar.startWithin("64m", "scan", "--format", "json", tree.toString())) {
                assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
                fastest = Math.min(fastest, print("rolemeter scan, 64 MB of heap", start));
                JsonNode document = new JsonMapper().readTree(scan.stdout());
                assertThat(document.path("complete").asBoolean()).isTrue();
                assertThat(document.path("places").path(0).path("examined").asInt())
                        .isEqualTo(FOLDERS * FILES_EACH);
                assertThat(document.path("keys")).hasSize(FOLDERS / KEY_EVERY);
            }
        }
        Optional<Path> ripgrep = ripgrep();
        if (ripgrep.isEmpty()) {
            System.out.println("large tree: rg is not on PATH, so its time is not printed");
            return;
        }
        long ripgreps = Long.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            List<String> command = List.of(ripgrep.get().toString(), "-uuu", "-l", KEY_ID, tree.toString());
            try (RunningProcess search = RunningProcess.start(command)) {
                assertThat(search.awaitExit(LIMIT)).as(search.description()).isZero();
                ripgreps = Math.min(ripgreps, print("rg -uuu -l, key ids only", start));
                assertThat(search.stdout().lines()).hasSize(FOLDERS / KEY_EVERY);
            }
        }
        double ratio = (double) fastest / ripgreps;
        System.out.printf("large tree: %.1f times ripgrep's time, with the start of Java%n", ratio);
        assertThat(ratio).as("times ripgrep's time").isLessThan(MOST_TIMES_RIPGREP);
    }

    private static void write(Path tree) throws IOException {
        for (int folder = 0; folder < FOLDERS; folder++) {
            Path path = Files.createDirectories(tree.resolve(folder / 100 + "/" + folder));
            for (int file = 0; file < FILES_EACH; file++) {
                boolean holdsKey = file == 50 && folder % KEY_EVERY == 0;
                Files.writeString(path.resolve(file + ".txt"), holdsKey ? FILLER + KEY : FILLER);
            }
        }
    }

    private static Optional<Path> ripgrep() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "rg"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static long print(String what, long start) {
        long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.printf("large tree: %s: %d ms%n", what, milliseconds);
        return milliseconds;
    }
}

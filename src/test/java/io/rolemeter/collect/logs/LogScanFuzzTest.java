package io.rolemeter.collect.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

class LogScanFuzzTest {
    private static final LogScan SCAN = new LogScan(new LineTimes(() -> ZoneOffset.UTC));
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-02T00:00:00Z");

    @FuzzTest
    void errorsInALogAreWithinItAndShowNoKey(byte[] input) {
        byte[] log = Fuzzed.text(input).getBytes(StandardCharsets.UTF_8);

        List<Mention> mentions = Fuzzed.soon(() -> scan(log));

        assertThat(mentions).hasSizeLessThanOrEqualTo(log.length / 8).allSatisfy(mention -> {
            assertThat(mention.toEnd()).isBetween(0L, (long) log.length);
            mention.writtenAt().ifPresent(at -> assertThat(at).isBetween(FIRST, LAST));
            mention.notBefore().ifPresent(at -> assertThat(at).isBetween(FIRST, LAST));
            Fuzzed.hidesKeys(mention);
        });
        assertThat(scan(log)).isEqualTo(mentions);
    }

    private static List<Mention> scan(byte[] log) {
        List<Mention> mentions = new ArrayList<>();
        try {
            long read = SCAN.read(new ByteArrayInputStream(log), 0, log.length, mentions::add);
            assertThat(read).isEqualTo(log.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mentions;
    }
}

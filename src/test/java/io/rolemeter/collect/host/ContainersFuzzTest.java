package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

class ContainersFuzzTest {
    private static final int DIGITS = 64;
    private static final String ID = "0123456789abcdef".repeat(DIGITS / 16);

    /** With an id as the kernel writes it for each U+0006, which no fuzzer would hit. */
    @FuzzTest
    void aContainerIsARunOf64DigitsOrNone(byte[] input) {
        String written = new String(input, StandardCharsets.UTF_8).replace("\6", ID);
        String groups = Fuzzed.text(written.getBytes(StandardCharsets.UTF_8));
        ProcessDetails details = new ProcessDetails(Optional.empty(), groups, Optional.empty(), Optional.empty());

        Optional<String> id = Fuzzed.soon(() -> Containers.idOf(details));

        assertThat(id).isEqualTo(first(groups));
        Fuzzed.soon(() -> ProcessDetails.started(groups));
        Fuzzed.soon(() -> ProcessDetails.bootTime(groups));
    }

    private static Optional<String> first(String groups) {
        int from = 0;
        while (from < groups.length()) {
            int to = from;
            while (to < groups.length() && "0123456789abcdef".indexOf(groups.charAt(to)) >= 0) {
                to++;
            }
            if (to - from == DIGITS) {
                return Optional.of(groups.substring(from, from + 12));
            }
            from = to + 1;
        }
        return Optional.empty();
    }
}

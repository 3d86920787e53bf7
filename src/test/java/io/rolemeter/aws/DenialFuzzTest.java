package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.model.DeniedAction;
import java.util.Optional;
import java.util.stream.Stream;

class DenialFuzzTest {
    @FuzzTest
    void aDenialIsShortAndSafeToShow(byte[] input) {
        String message = Fuzzed.text(input);

        Optional<DeniedAction> denied = Fuzzed.soon(() -> Denial.read(message));

        Fuzzed.hidesIds(denied);
        denied.ifPresent(DenialFuzzTest::isShort);
    }

    private static void isShort(DeniedAction denied) {
        assertThat(denied.principal()).startsWith("arn:");
        Stream.of(
                        Optional.of(denied.principal()),
                        Optional.of(denied.action()),
                        denied.resource(),
                        denied.policyType(),
                        denied.policyArn(),
                        denied.resourceRegion())
                .flatMap(Optional::stream)
                .forEach(text -> assertThat(text).hasSizeLessThanOrEqualTo(500).doesNotContainPattern("\\p{Cntrl}"));
        denied.policyType().ifPresent(Fuzzed::hidesKeys);
        Fuzzed.hidesKeys(denied.action());
    }
}

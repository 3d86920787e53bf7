package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;

class CallerIdentityFuzzTest {
    @FuzzTest
    void everyArnNamesAPrincipalThatStandsInIt(byte[] input) {
        String arn = Fuzzed.text(input);

        CallerIdentity caller = Fuzzed.soon(() -> CallerIdentity.of(arn, "111122223333"));

        assertThat(caller.arn()).isEqualTo(arn);
        assertThat(arn.contains(caller.principal()) || caller.kind() == CallerKind.ROOT)
                .isTrue();
        caller.session().ifPresent(session -> assertThat(arn).endsWith(session));
        assertThat(caller.session().isPresent())
                .isEqualTo(caller.kind() == CallerKind.ASSUMED_ROLE || caller.kind() == CallerKind.FEDERATED_USER);
        if (caller.kind() != CallerKind.OTHER) {
            assertThat(arn.split(":", -1)).hasSizeGreaterThanOrEqualTo(6);
        }
    }
}

package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private static final Expectations ACCOUNT = expected(Optional.of("111122223333"), Optional.empty());
    private static final Expectations ROLE = expected(Optional.empty(), Optional.of("app"));
    private static final Expectations BOTH = expected(Optional.of("111122223333"), Optional.of("app"));
    private static final CallerIdentity APP = caller("111122223333", "assumed-role/app/i-0abc");

    @Test
    void anAccountOrARoleIsSomethingToExpect() {
        assertThat(Expectations.NONE.any()).isFalse();
        assertThat(ACCOUNT.any()).isTrue();
        assertThat(ROLE.any()).isTrue();
        assertThat(BOTH.any()).isTrue();
    }

    @Test
    void theRoleInItsAccountMeetsThemAll() {
        assertThat(Expectations.NONE.met(APP)).isTrue();
        assertThat(ACCOUNT.met(APP)).isTrue();
        assertThat(ROLE.met(APP)).isTrue();
        assertThat(BOTH.met(APP)).isTrue();
    }

    @Test
    void anotherAccountOrRoleOrAUserOfThatNameDoesNot() {
        assertThat(BOTH.met(caller("444455556666", "assumed-role/app/i-0abc"))).isFalse();
        assertThat(BOTH.met(caller("111122223333", "assumed-role/web/i-0abc"))).isFalse();
        assertThat(BOTH.met(caller("111122223333", "user/app"))).isFalse();
    }

    @Test
    void newOnesLeaveWhatIsKnownAsItIs() {
        KeysFact keys = new KeysFact(Instant.EPOCH, List.of(), List.of());

        assertThat(Facts.none(ROLE).with(keys).with(BOTH))
                .isEqualTo(Facts.none(BOTH).with(keys));
    }

    private static CallerIdentity caller(String account, String resource) {
        return CallerIdentity.of("arn:aws:sts::" + account + ":" + resource, account);
    }

    private static Expectations expected(Optional<String> account, Optional<String> role) {
        return new Expectations(account, role, Duration.ofMinutes(15), Duration.ofMinutes(5));
    }
}

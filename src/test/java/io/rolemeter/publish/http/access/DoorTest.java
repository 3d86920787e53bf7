package io.rolemeter.publish.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.http.access.Door.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

class DoorTest {
    private static final String HASH = BCrypt.hashpw("open sesame", BCrypt.gensalt(4));

    private final AtomicLong now = new AtomicLong();
    private final Door door = new Door(users(Map.of("alice", HASH)), now::get);

    @Test
    void theRightPasswordOpens() {
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.OPEN);
        assertThat(door.decide(basic("alice:open sesame").replace("Basic", "bAsIc")))
                .isEqualTo(Decision.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alice:", "alice:wrong", "bob:open sesame", ":", "", "alice", "ALICE:open sesame", ":open sesame"
            })
    void nothingElseDoes(String credentials) {
        assertThat(door.decide(basic(credentials))).isEqualTo(Decision.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic !", "Bearer abc", "Basic YWxpY2U6b3BlbiBzZXNhbWU=,Basic x", "Basic =="})
    void aHeaderThatIsNoneDoesNotOpen(String header) {
        assertThat(door.decide(header)).isEqualTo(Decision.UNAUTHORIZED);
    }

    @Test
    void guessingStopsSoonAndNeverStopsWhoIsKnown() {
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.OPEN);
        for (int guess = 1; guess < Passwords.CHECKS_AT_ONCE; guess++) {
            assertThat(door.decide(basic("alice:guess" + guess))).isEqualTo(Decision.UNAUTHORIZED);
        }
        for (int guess = 0; guess < 10_000; guess++) {
            assertThat(door.decide(basic("mallory:guess" + guess))).isEqualTo(Decision.TOO_MANY);
        }
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.OPEN);
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(door.decide(basic("alice:once more"))).isEqualTo(Decision.UNAUTHORIZED);
    }

    @Test
    void whoIsTakenOutOfTheFileIsOut() {
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.OPEN);
        door.protect(users(Map.of("bob", HASH)));
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.UNAUTHORIZED);
        door.protect(users(Map.of("alice", BCrypt.hashpw("another", BCrypt.gensalt(4)))));
        assertThat(door.decide(basic("alice:open sesame"))).isEqualTo(Decision.UNAUTHORIZED);
    }

    @Test
    void withoutUsersEverybodyMayAskAsOftenAsTheLimitSays() {
        door.protect(new Protection(
                Optional.empty(), Map.of(), Map.of(), Optional.of(new Protection.RateLimit(Duration.ofSeconds(1), 2))));
        assertThat(door.decide("")).isEqualTo(Decision.OPEN);
        assertThat(door.decide("")).isEqualTo(Decision.OPEN);
        assertThat(door.decide("")).isEqualTo(Decision.TOO_MANY);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(door.decide("")).isEqualTo(Decision.OPEN);
        assertThat(door.decide("")).isEqualTo(Decision.TOO_MANY);
    }

    private static Protection users(Map<String, String> users) {
        return new Protection(Optional.empty(), users, Map.of(), Optional.empty());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}

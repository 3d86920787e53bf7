package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Seal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Issues the session tokens of IMDSv2 and recognises them until they expire. */
final class MetadataTokens {

    private static final int LONGEST_SECONDS = 21_600;

    private final Seal seal;
    private final Clock clock;

    MetadataTokens(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** A token for the asked time; empty when the text is not a number of seconds from 1 to 21600. */
    Optional<String> issue(String seconds) {
        try {
            int asked = Integer.parseInt(seconds);
            return asked < 1 || asked > LONGEST_SECONDS
                    ? Optional.empty()
                    : Optional.of(seal.seal(clock.instant().plusSeconds(asked).toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean accepts(String token) {
        return seal.open(token)
                .map(Instant::parse)
                .filter(clock.instant()::isBefore)
                .isPresent();
    }
}

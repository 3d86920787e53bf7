package io.rolemeter.aws;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the local clock is from AWS's, by the {@code Date} header of its answers: good to a second and the way back. */
final class ClockSkew implements Exchange.Listener {
    private final Clock clock;
    private volatile Optional<Duration> measured = Optional.empty();

    ClockSkew(Clock clock) {
        this.clock = clock;
    }

    Optional<Duration> measured() {
        return measured;
    }

    @Override
    public void ended(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered) {
            answered.response()
                    .firstMatchingHeader("Date")
                    .flatMap(ClockSkew::parse)
                    .ifPresent(date -> measured = Optional.of(Duration.between(date, clock.instant())));
        }
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

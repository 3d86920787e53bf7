package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.KeysFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CycleTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOON);
    private final Logger log = Logger.getLogger(Cycle.class.getName());
    private final List<String> said = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(listener);
    }

    @Test
    void aRunThatIsLongerThanItsIntervalIsSaidOnceAndShows() {
        Cycle cycle = new Cycle(keys(Duration.ofNanos(1)), clock);

        assertThat(cycle.run().run().took()).isGreaterThan(cycle.interval());
        cycle.run();

        assertThat(said)
                .singleElement()
                .asString()
                .matches("WARNING collector keys took \\d+ ms, longer than its"
                        + " interval of 0 ms: it looks less often than that");
    }

    @Test
    void aRunThatFitsIntoItsIntervalIsNotSpokenOf() {
        new Cycle(keys(Duration.ofHours(1)), clock).run();

        assertThat(said).isEmpty();
    }

    private FakeCollector keys(Duration interval) {
        return new FakeCollector(CollectorName.KEYS, interval, () -> new KeysFact(NOON, List.of(), List.of()));
    }
}

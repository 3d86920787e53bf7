package io.rolemeter.collect.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.s3Answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.config.Settings;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks that wait for a moment only, by collectors of which each goes on where the one before it was. */
class WatchedProbesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String HANGING = """
            probes:
            - { name: hanging, s3-get: { bucket: source, key: hanging }, timeout: 8s }
            - { name: after-it, s3-get: { bucket: source, key: other }, skip_unless: hanging }
            - { name: other, s3-get: { bucket: source, key: other } }
            """;

    private final StubbedAws aws = new StubbedAws();
    private final MovableClock clock = new MovableClock(NOON);
    private final Semaphore late = new Semaphore(0);
    private final ProbeMemory memory = new ProbeMemory(Settings.defaults().aws());

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void whatHasEndedIsToldWhileAnotherProbeHangs() throws InterruptedException {
        aws.s3("/source/other", s3Answer(206));
        aws.s3("/source/hanging", s3Answer(206).withFixedDelay(60_000));
        ProbeCollector collector = watching(HANGING, memory);
        long start = System.nanoTime();

        List<ProbeState> first = collector.collect().probes();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(first.get(0).last()).isEmpty();
        assertThat(first.get(1).last()).isEmpty();
        while (collector.collect().probes().get(2).last().isEmpty()) {
            assertThat(late.tryAcquire(7, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(collector.collect().probes().get(0).last()).isEmpty();

        late.drainPermits();
        assertThat(late.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        List<ProbeState> last = collector.collect().probes();
        assertThat(last.get(0).last().flatMap(ProbeRun::reason)).contains(FailureReason.TIMEOUT);
        assertThat(last.get(1).last()).map(ProbeRun::outcome).contains(ProbeRun.Outcome.SKIPPED);
        assertThat(last).extracting(ProbeState::runs).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aProbeOfWhichTheNextConfigurationSaysTheSameGoesOn() {
        aws.s3("/source/a", s3Answer(206)).s3("/source/b", s3Answer(206));
        watching(yaml("a"), memory).collect();
        Optional<ProbeRun> before = runToEnd(yaml("a"));

        clock.advance(Duration.ofSeconds(20));
        runToEnd("# moved down\n" + yaml("a"));
        assertThat(runToEnd(yaml("a"))).isEqualTo(before);
        aws.server.verify(1, getRequestedFor(urlEqualTo("/source/a")));

        assertThat(runToEnd(yaml("b")).map(ProbeRun::ranAt)).contains(clock.instant());
    }

    @Test
    void whereAwsIsAskedElsewhereTheProbesBeginAnew() {
        assertThat(memory.at(Settings.defaults().aws())).isSameAs(memory);
        assertThat(memory.at(new Settings.Aws(Optional.of("ap-south-1"), Map.of())))
                .isNotSameAs(memory);
    }

    private Optional<ProbeRun> runToEnd(String yaml) {
        ProbeCollector collector = watching(yaml, memory);
        Optional<ProbeRun> last = Optional.empty();
        while (last.isEmpty()) {
            last = collector.collect().probes().get(0).last();
        }
        return last;
    }

    private static String yaml(String key) {
        return Probing.yaml("read", "s3-get: { bucket: source, key: " + key + " }, interval: 1h");
    }

    private ProbeCollector watching(String yaml, ProbeMemory from) {
        return Probing.watching(yaml, from, aws.access(), late::release, clock);
    }
}

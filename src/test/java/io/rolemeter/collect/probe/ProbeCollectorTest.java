package io.rolemeter.collect.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.rolemeter.aws.StubbedAws.s3Answer;
import static io.rolemeter.aws.StubbedAws.s3Error;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeCollectorTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final StubbedAws aws = new StubbedAws();
    private final MovableClock clock = new MovableClock(NOON);

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void withoutProbesThereAreNoResults() {
        assertThat(collector("").collect().probes()).isEmpty();
    }

    @Test
    void aProbeThatIsNotDueKeepsItsLastResult() {
        aws.s3("/source/often", s3Answer(206)).s3("/source/seldom", s3Answer(206));
        ProbeCollector collector = collector("""
                probes:
                - { name: often, s3-get: { bucket: source, key: often }, interval: 15s }
                - { name: seldom, s3-get: { bucket: source, key: seldom } }
                """);

        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(1L, 1L);
        aws.s3("/source/often", s3Error(403, "AccessDenied", "Access Denied"));
        aws.s3("/source/seldom", s3Error(403, "AccessDenied", "Access Denied"));
        clock.advance(Duration.ofSeconds(16));
        List<ProbeState> probes = collector.collect().probes();

        assertThat(probes).extracting(ProbeState::name).containsExactly("often", "seldom");
        assertThat(probes).extracting(ProbeState::runs).containsExactly(2L, 1L);
        assertThat(probes).extracting(ProbeState::failures).containsExactly(1L, 0L);
        assertThat(probes)
                .extracting(probe -> probe.last().orElseThrow().ranAt())
                .containsExactly(NOON.plusSeconds(16), NOON);
        aws.server.verify(1, getRequestedFor(urlEqualTo("/source/seldom")));

        clock.advance(Duration.ofMinutes(5));
        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(3L, 2L);
    }

    @Test
    void aTickThatComesALittleEarlyIsNotLost() {
        aws.s3("/source/often", s3Answer(206));
        ProbeCollector collector = collector(
                "probes:\n- { name: often, s3-get: { bucket: source, key: often }, interval: 10s, timeout: 10s }\n");

        for (int tick = 1; tick <= 5; tick++) {
            assertThat(collector.collect().probes())
                    .extracting(ProbeState::runs)
                    .containsExactly((long) tick);
            clock.advance(Duration.ofMillis(9_510));
        }
    }

    @Test
    void aClockThatIsSetBackHoldsUpNoProbe() {
        aws.s3("/source/seldom", s3Answer(206));
        ProbeCollector collector =
                collector("probes:\n- { name: seldom, s3-get: { bucket: source, key: seldom }, interval: 1h }\n");
        collector.collect();

        clock.advance(Duration.ofDays(-2));

        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(2L);
        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(2L);
    }

    @Test
    void itTicksAsOftenAsItsMostFrequentProbe() {
        assertThat(collector("").interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(collector(Probing.yaml("often", "s3-get: { bucket: source, key: k }, interval: 5s"))
                        .interval())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(collector(Probing.yaml("seldom", "s3-get: { bucket: source, key: k }, interval: 1h"))
                        .interval())
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aProbeThatBreaksOffCostsNoOtherItsRun() {
        aws.s3("/source/good", s3Answer(206));
        AwsAccess broken = new AwsAccess(aws.clients(), aws.role, () -> {
            throw new IllegalStateException(StubbedAws.SECRET);
        });

        List<ProbeState> probes =
                Probing.collector("""
                        probes:
                        - { name: bad, s3-get: { bucket: source, key: bad }, expect: denied }
                        - { name: good, s3-get: { bucket: source, key: good, region: eu-west-1 } }
                        """, broken, clock).collect().probes();

        assertThat(probes.get(0).last()).hasValueSatisfying(run -> {
            assertThat(run.reason()).contains(FailureReason.ERROR);
            assertThat(run.detail()).isEqualTo("the probe itself broke off: java.lang.IllegalStateException");
        });
        assertThat(outcome(probes.get(1))).isEqualTo(ProbeRun.Outcome.PASSED);
    }

    @Test
    void ofTwentyProbesOneThatHangsDelaysTheResultsByItsTimeoutAndNoMore() {
        String probes = IntStream.range(0, 20)
                .mapToObj(i -> "- { name: p" + i + ", s3-get: { bucket: source, key: k" + i + " }, timeout: "
                        + (i == 3 ? "5s" : "1m") + " }\n")
                .collect(Collectors.joining());
        IntStream.range(0, 20).filter(i -> i != 3).forEach(i -> aws.s3("/source/k" + i, s3Answer(206)));
        aws.s3("/source/k3", s3Answer(206).withFixedDelay(60_000));
        long start = System.nanoTime();

        List<ProbeState> states = collector("probes:\n" + probes).collect().probes();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
        assertThat(states).hasSize(20).allSatisfy(state -> {
            boolean hung = state.name().equals("p3");
            assertThat(outcome(state)).isEqualTo(hung ? ProbeRun.Outcome.FAILED : ProbeRun.Outcome.PASSED);
        });
        assertThat(states.get(3).last().flatMap(ProbeRun::reason)).contains(FailureReason.TIMEOUT);
    }

    @Test
    void afterAnInterruptionNothingMoreIsSent() throws InterruptedException {
        String probes = IntStream.range(0, 8)
                .mapToObj(i -> "- { name: p" + i + ", s3-get: { bucket: source, key: k" + i + " }, timeout: 5s }\n")
                .collect(Collectors.joining());
        IntStream.range(0, 8).forEach(i -> aws.s3("/source/k" + i, s3Answer(206).withFixedDelay(60_000)));
        Thread collecting = new Thread(() -> collector("probes:\n" + probes).collect());
        collecting.start();
        awaitRequests(4);

        collecting.interrupt();
        collecting.join(Duration.ofSeconds(20).toMillis());

        assertThat(collecting.isAlive()).isFalse();
        aws.server.verify(4, getRequestedFor(anyUrl()));
    }

    private void awaitRequests(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (aws.server
                        .countRequestsMatching(getRequestedFor(anyUrl()).build())
                        .getCount()
                < count) {
            assertThat(System.nanoTime()).as("deadline for %s requests", count).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static ProbeRun.Outcome outcome(ProbeState state) {
        return state.last().orElseThrow().outcome();
    }

    private ProbeCollector collector(String yaml) {
        return Probing.collector(yaml, aws.access(), clock);
    }
}

package io.rolemeter.collect.probe;

import static io.rolemeter.aws.StubbedAws.s3Answer;
import static io.rolemeter.aws.StubbedAws.s3Error;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other credentials and another region, long before a probe's interval is over. */
class ChangedBasisTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String TWO = """
            probes:
            - { name: one, s3-get: { bucket: source, key: one }, interval: 1h }
            - { name: two, s3-get: { bucket: source, key: two }, interval: 1h, skip_unless: one }
            """;

    private final StubbedAws aws = new StubbedAws();
    private final MovableClock clock = new MovableClock(NOON);
    private final AtomicReference<Optional<String>> region = new AtomicReference<>(Optional.of(StubbedAws.REGION));

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void whatCouldNotBeAskedWithoutCredentialsIsAskedWhenTheyCome() {
        aws.s3("/source/one", s3Answer(206)).s3("/source/two", s3Answer(206));
        aws.role.drop();
        ProbeCollector collector = collector();
        List<ProbeState> before = collector.collect().probes();
        assertThat(before.get(0).last().flatMap(ProbeRun::reason)).contains(FailureReason.NO_CREDENTIALS);
        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(1L, 1L);

        hold(NOON.plusSeconds(6 * 3600));

        assertThat(collector.collect().probes())
                .extracting(ChangedBasisTest::outcome)
                .containsOnly(ProbeRun.Outcome.PASSED);
        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(2L, 2L);
    }

    @Test
    void whatCouldNotBeAskedWithoutARegionIsAskedWhenItIsKnown() {
        aws.s3("/source/one", s3Answer(206)).s3("/source/two", s3Answer(206));
        region.set(Optional.empty());
        ProbeCollector collector = collector();
        assertThat(outcome(collector.collect().probes().get(0))).isEqualTo(ProbeRun.Outcome.FAILED);

        region.set(Optional.of(StubbedAws.REGION));

        assertThat(collector.collect().probes())
                .extracting(ChangedBasisTest::outcome)
                .containsOnly(ProbeRun.Outcome.PASSED);
    }

    @Test
    void afterARotationOnlyWhatDidNotPassIsAskedAgainAndOnce() {
        aws.s3("/source/one", s3Answer(206)).s3("/source/two", s3Error(403, "ExpiredToken", "has expired"));
        ProbeCollector collector = collector();
        hold(NOON.plusSeconds(60));
        assertThat(collector.collect().probes())
                .extracting(ChangedBasisTest::outcome)
                .containsExactly(ProbeRun.Outcome.PASSED, ProbeRun.Outcome.FAILED);

        hold(NOON.plusSeconds(6 * 3600));
        collector.collect();

        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(1L, 2L);
    }

    @Test
    void inAnotherRegionEveryProbeIsAskedAgainOnce() {
        aws.s3("/source/one", s3Answer(206)).s3("/source/two", s3Answer(206));
        ProbeCollector collector = collector();
        collector.collect();

        region.set(Optional.of("ap-south-1"));
        collector.collect();

        assertThat(collector.collect().probes()).extracting(ProbeState::runs).containsExactly(2L, 2L);
    }

    private void hold(Instant end) {
        aws.role.hold(StubbedAws.KEY_ID, StubbedAws.SECRET, StubbedAws.TOKEN, end);
    }

    private static ProbeRun.Outcome outcome(ProbeState state) {
        return state.last().orElseThrow().outcome();
    }

    private ProbeCollector collector() {
        AwsAccess access = new AwsAccess(aws.clients(), aws.role, region::get);
        return Probing.collector(TWO, access, clock);
    }
}

package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.CallersFact;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Fact;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Telemetry;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads of the daemon, with collectors that a test makes up and a clock that it moves. */
class ScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock(NOON);
    private final AtomicReference<Diagnosis> published = new AtomicReference<>(Agent.nothingSeen(clock));
    private final Metrics metrics = new Metrics(BuildInfo.current(), Agent.nothingSeen(clock));
    private final Agent agent =
            new Agent(new Surroundings(Path.of("/nowhere"), clock, Telemetry.NONE), List.of(published::set, metrics));
    private final CountDownLatch hanging = new CountDownLatch(1);

    private final FakeCollector role = new FakeCollector(CollectorName.ROLE, OFTEN, session("ASIARTX3GSDSSESSIONA"));
    private final FakeCollector keys = new FakeCollector(
            CollectorName.KEYS, Duration.ofSeconds(2), () -> new KeysFact(clock.instant(), List.of(), List.of()));
    private final FakeCollector caller = new FakeCollector(
            CollectorName.CALLER, SELDOM, () -> new CallersFact(clock.instant(), Map.of(), Optional.empty()));
    private final FakeCollector workload = new FakeCollector(
            CollectorName.WORKLOAD, SELDOM, () -> new WorkloadsFact(clock.instant(), List.of(), Map.of(), List.of()));
    private final FakeCollector logs = new FakeCollector(
            CollectorName.LOGS, SELDOM, () -> new LogsFact(clock.instant(), List.of(), Map.of(), List.of()));
    private final FakeCollector probe =
            new FakeCollector(CollectorName.PROBE, OFTEN, () -> new ProbesFact(clock.instant(), List.of()));

    private final Semaphore probed = new Semaphore(0);
    private Optional<Schedule> schedule = Optional.empty();

    @AfterEach
    void stop() {
        hanging.countDown();
        schedule.ifPresent(Schedule::close);
    }

    @Test
    void theCallerIsAskedAtOnceAfterARotation() {
        start();
        await(() -> caller.runs() == 1 && role.runs() > 3);

        role.does(session("ASIARTX3GSDSSESSIONB"));

        await(() -> caller.runs() == 2);
        int before = role.runs();
        await(() -> role.runs() > before + 5);
        assertThat(caller.runs()).isEqualTo(2);
    }

    @Test
    void theCallerIsAskedOnceWhenTheSessionEnds() {
        start();
        await(() -> caller.runs() == 1);

        clock.advance(Duration.ofHours(6));

        await(() -> caller.runs() == 2);
        int before = role.runs();
        await(() -> role.runs() > before + 5);
        assertThat(caller.runs()).isEqualTo(2);
    }

    @Test
    void anAgentThatHasNotThoughtForHalfAMinuteHangs() {
        assertThat(agent.thinks()).isTrue();

        clock.advance(Duration.ofSeconds(31));
        assertThat(agent.thinks()).isFalse();

        agent.rethink(Duration.ofSeconds(5));
        assertThat(agent.thinks()).isTrue();
    }

    @Test
    void whatWasToldLatelyIsNotThoughtOverUntilItIsOld() {
        Duration pause = Duration.ofSeconds(5);
        clock.advance(pause);
        agent.rethink(pause);
        Diagnosis told = published.get();

        clock.advance(Duration.ofSeconds(3));
        assertThat(agent.rethink(pause)).isEqualTo(Duration.ofSeconds(2));
        assertThat(published.get()).isSameAs(told);

        clock.advance(Duration.ofSeconds(2));
        assertThat(agent.rethink(pause)).isEqualTo(pause);
        assertThat(Objects.requireNonNull(published.get()).at()).isEqualTo(clock.instant());
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheThinking() {
        Duration pause = Duration.ofSeconds(5);
        agent.rethink(Duration.ZERO);
        clock.advance(Duration.ofHours(-1));

        assertThat(agent.rethink(pause)).isEqualTo(pause);
        assertThat(Objects.requireNonNull(published.get()).at()).isEqualTo(clock.instant());
    }

    @Test
    void aCollectorThatThrowsIsDownAndTheOthersGoOn() {
        keys.does(() -> {
            throw new IllegalStateException("AKIARTX3GSDSVIA23BC7");
        });
        start();

        await(() -> run(CollectorName.KEYS).isPresent() && role.runs() > 3 && probe.runs() > 3 && caller.runs() == 1);

        assertThat(run(CollectorName.KEYS)).map(CollectorRun::up).contains(false);
        assertThat(run(CollectorName.ROLE)).map(CollectorRun::up).contains(true);
        assertThat(blind()).containsExactly("collector:keys");
    }

    @Test
    void aRoleCollectorThatThrowsFromTheBeginningHoldsUpNeitherCallerNorProbes() {
        role.does(() -> {
            throw new IllegalStateException();
        });
        start();

        await(() -> caller.runs() == 1 && probe.runs() > 3);

        assertThat(run(CollectorName.ROLE)).map(CollectorRun::up).contains(false);
        await(() -> diagnosis().facts().complete());
    }

    @Test
    void aCollectorThatHangsMakesBlindWhileMetricsAnswer() throws IOException {
        try (WebServer web = WebServer.open("127.0.0.1", 0, new Door(Protection.NONE), metrics, diagnosis())) {
            start();
            await(() -> run(CollectorName.KEYS).isPresent());
            int before = keys.runs();
            keys.does(this::hang);
            await(() -> keys.runs() > before);

            clock.advance(Duration.ofSeconds(10));

            URI page = URI.create("http://127.0.0.1:" + web.address().getPort() + "/metrics");
            await(() -> blind().contains("collector:keys"));
            assertThat(RunningProcess.get(page))
                    .contains("rolemeter_finding{code=\"blind\",severity=\"warning\",} 1.0")
                    .contains("rolemeter_collector_last_success_timestamp_seconds{collector=\"keys\",}");
            int roleRuns = role.runs();
            await(() -> role.runs() > roleRuns + 3);
        }
    }

    @Test
    void aCollectorWhoseFirstRunHangsMakesBlind() {
        caller.does(this::hang);
        start();
        await(() -> caller.runs() == 1 && run(CollectorName.PROBE).isPresent());

        clock.advance(Duration.ofMinutes(2));

        await(() -> blind().contains("collector:caller"));
    }

    @Test
    void runsThatOverrunTheirIntervalAreStretchedAndNeverPileUp() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicLong ended = new AtomicLong(System.nanoTime());
        AtomicLong shortestPause = new AtomicLong(Long.MAX_VALUE);
        probe.does(() -> {
            if (probe.runs() > 1) {
                shortestPause.accumulateAndGet(System.nanoTime() - ended.get(), Math::min);
            }
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(OFTEN.toNanos() * 3);
            now.decrementAndGet();
            ended.set(System.nanoTime());
            return new ProbesFact(clock.instant(), List.of());
        });
        start();

        await(() -> probe.runs() > 4);

        assertThat(most).hasValue(1);
        assertThat(Duration.ofNanos(shortestPause.get()))
                .isGreaterThan(OFTEN.multipliedBy(9).dividedBy(10));
    }

    private void start() {
        schedule = Optional.of(Schedule.start(
                new Collectors(role, new Collectors.Looking(keys, workload, logs), caller, probe, probed),
                clock,
                agent));
    }

    private Fact hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new KeysFact(clock.instant(), List.of(), List.of());
    }

    private Supplier<Fact> session(String keyId) {
        RoleSession session =
                new RoleSession("app", KeyId.of(keyId).orElseThrow(), NOON, NOON.plus(Duration.ofHours(6)));
        Imds imds = new Imds(Optional.empty(), false, ImdsV1.REFUSED, 0);
        return () -> new RoleFact(
                clock.instant(),
                RoleState.ATTACHED,
                "role app",
                imds,
                Optional.empty(),
                Optional.of(session),
                Optional.empty());
    }

    private Diagnosis diagnosis() {
        return Objects.requireNonNull(published.get());
    }

    private Optional<CollectorRun> run(CollectorName collector) {
        return diagnosis().facts().run(collector);
    }

    private List<String> blind() {
        return diagnosis().findings().stream()
                .filter(finding -> finding.code() == FindingCode.BLIND)
                .map(Finding::subject)
                .filter(subject -> subject.startsWith("collector:"))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}

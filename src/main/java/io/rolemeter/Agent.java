package io.rolemeter;

import io.rolemeter.diagnose.Continuation;
import io.rolemeter.diagnose.Rotations;
import io.rolemeter.diagnose.Rules;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Memory;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.publish.Publisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns what the collectors see into one diagnosis after the other. Knows every folder; holds the only state that threads
 * share.
 */
public final class Agent implements AutoCloseable {
    /** Several times the pause between two thoughts. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final List<Publisher> publishers;
    private final AtomicReference<Diagnosis> current;
    private Collectors.Kept kept = new Collectors.Kept();
    private Optional<Schedule> schedule = Optional.empty();
    private volatile Instant thought;

    /**
     * @param memory of what this host was before
     * @param publishers are told of every diagnosis, one at a time, in this order
     */
    public Agent(Surroundings surroundings, Memory memory, List<Publisher> publishers) {
        this.surroundings = surroundings;
        this.publishers = List.copyOf(publishers);
        this.current = new AtomicReference<>(nothingSeen(surroundings.clock(), memory));
        this.thought = surroundings.clock().instant();
    }

    /** The diagnosis before anything has been looked at. */
    public static Diagnosis nothingSeen(Clock clock) {
        return Rules.diagnose(Facts.none(Expectations.NONE), clock.instant());
    }

    /** Of a host that was never looked at before. */
    public Agent(Surroundings surroundings, List<Publisher> publishers) {
        this(surroundings, Memory.NONE, publishers);
    }

    /** The same with what is known from before. */
    public static Diagnosis nothingSeen(Clock clock, Memory memory) {
        Diagnosis nothing = nothingSeen(clock);
        return new Diagnosis(
                nothing.at(),
                nothing.facts().with(memory.past()),
                nothing.findings(),
                nothing.status(),
                nothing.statusSince(),
                nothing.migration(),
                memory.standing(),
                memory.history());
    }

    /** Runs every collector once, one after the other, and tells what that makes. */
    public Diagnosis check(Configured configured) {
        return check(configured, EnumSet.allOf(CollectorName.class));
    }

    /** The same with only some of the collectors. */
    public Diagnosis check(Configured configured, Set<CollectorName> wanted) {
        expect(configured);
        collectors(configured, Optional.empty()).inOrder().stream()
                .filter(collector -> wanted.contains(collector.name()))
                .forEach(collector -> {
                    surroundings
                            .progress()
                            .accept("looking at " + collector.name().label());
                    take(new Cycle(collector, surroundings.clock()).run());
                });
        return current();
    }

    /** Starts to look, and goes on until {@link #close}; with another configuration from now on when it already does. */
    public synchronized void run(Configured configured) {
        schedule.ifPresent(Schedule::close);
        expect(configured);
        schedule = Optional.of(
                Schedule.start(collectors(configured, Optional.of(new Semaphore(0))), surroundings.clock(), this));
    }

    /** From now on every collector is expected to bring something. */
    synchronized void watch() {
        publish(current().facts().watched(surroundings.clock().instant()));
    }

    /** Takes what a collector brought, and tells what it means. */
    void take(Cycle.Result result) {
        take(List.of(result));
    }

    /** Takes what was seen in one look, and tells once what it means: a part of it alone would mean something else. */
    synchronized void take(List<Cycle.Result> results) {
        Facts facts = current().facts();
        for (Cycle.Result result : results) {
            Facts after = facts.with(result.run());
            facts = result.fact().isPresent() ? result.fact().get().addTo(after) : after;
        }
        publish(facts);
    }

    /**
     * Tells what the same facts mean by now, unless something has been told within that pause.
     *
     * @return how long that serves: no longer than the pause
     */
    synchronized Duration rethink(Duration pause) {
        Duration age = Duration.between(current().at(), surroundings.clock().instant());
        boolean recent = !age.isNegative() && age.compareTo(pause) < 0;
        if (!recent) {
            publish(current().facts());
        }
        thought = surroundings.clock().instant();
        return recent ? pause.minus(age) : pause;
    }

    /** Whether it has told something lately: not when a thread of it hangs that holds up the others. */
    boolean thinks() {
        return surroundings.clock().instant().isBefore(thought.plus(STALLED));
    }

    /** Whether the credentials have changed, or ended, since STS was last asked about them. */
    boolean callerOutdated() {
        Facts facts = current().facts();
        Optional<RoleSession> session = facts.role().flatMap(RoleFact::session);
        Optional<Instant> asked = facts.callers().map(CallersFact::collectedAt);
        Instant now = surroundings.clock().instant();
        return session.isPresent()
                && asked.isPresent()
                && !now.isBefore(session.get().expiresAt())
                && asked.get().isBefore(session.get().expiresAt());
    }

    private Diagnosis current() {
        return Objects.requireNonNull(current.get());
    }

    private synchronized Collectors collectors(Configured configured, Optional<Semaphore> probed) {
        kept = kept.under(configured.settings());
        return Collectors.of(configured, surroundings, kept, () -> current().facts(), probed);
    }

    private synchronized void expect(Configured configured) {
        publish(current().facts().with(configured.settings().expectations()));
    }

    private void publish(Facts facts) {
        Diagnosis before = current();
        Facts learned = Rotations.learn(before.facts(), facts);
        Diagnosis diagnosis = Continuation.of(
                before, Rules.diagnose(learned, surroundings.clock().instant()));
        current.set(diagnosis);
        publishers.forEach(publisher -> publisher.publish(diagnosis));
    }

    @Override
    public synchronized void close() {
        schedule.ifPresent(Schedule::close);
        schedule = Optional.empty();
    }
}

package io.rolemeter;

import io.rolemeter.collect.Collector;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.handover.RefusedFactsException;
import io.rolemeter.handover.ScannedFacts;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Fact;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Times;
import io.rolemeter.store.FileStamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes what the scanner has seen from its file, in the place of collectors that this process has no rights for. What cannot be
 * believed is not taken, and the runs say why. For one thread at a time.
 */
final class HandedOver {
    /** How long after the start a file that is not there yet is no news: the first scan is still at it. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Clocks of one host do not differ; they may be set. */
    private static final Duration FUTURE = Duration.ofMinutes(1);

    private static final int STALE_AFTER_SCANS = 3;
    private static final Duration EXPECTED_INTERVAL = Duration.ofSeconds(60);

    private final FactsFile file;
    private final Clock clock;
    private final Collector userData;
    private final Instant begun;
    private Optional<FileStamp> stamp = Optional.empty();
    private Optional<ScannedFacts> newest = Optional.empty();
    private Optional<KeysFact> keys = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private Optional<Told> told = Optional.empty();

    /** What the last results were made of. */
    private record Told(Optional<Instant> at, InstanceRole role, Optional<String> refusal) {}

    /** @param userData what the scanner cannot ask for: it has no network */
    HandedOver(FactsFile file, Clock clock, Collector userData) {
        this.file = file;
        this.clock = clock;
        this.userData = userData;
        this.begun = clock.instant();
    }

    /**
     * Reads the file if it has changed.
     *
     * @param role what the metadata service has, as far as this process knows
     * @return one result for each collector that the scanner stands in for; none when nothing is new
     */
    List<Cycle.Result> look(InstanceRole role) {
        Optional<FileStamp> found = file.stamp();
        if (found.isEmpty() || !found.equals(stamp)) {
            stamp = found;
            read();
        }
        Optional<String> why = refusal.or(this::stale);
        if (newest.isEmpty() && why.isEmpty()) {
            return List.of();
        }
        Told now = new Told(newest.map(ScannedFacts::at), role, why);
        if (told.equals(Optional.of(now))) {
            return List.of();
        }
        told = Optional.of(now);
        return List.of(
                result(CollectorName.KEYS, keys.map(fact -> fact), why),
                result(CollectorName.WORKLOAD, newest.map(facts -> facts.workloads(role)), why),
                result(CollectorName.LOGS, newest.map(ScannedFacts::logs), why));
    }

    private void read() {
        try {
            ScannedFacts facts = file.read();
            if (facts.at().isAfter(clock.instant().plus(FUTURE))) {
                throw new RefusedFactsException("is dated in the future");
            }
            newest = Optional.of(facts);
            keys = Optional.of(
                    userData.collect() instanceof KeysFact seen ? facts.keys().and(seen) : facts.keys());
            refusal = Optional.empty();
        } catch (RefusedFactsException e) {
            boolean early =
                    clock.instant().isBefore(begun.plus(GRACE)) && file.stamp().isEmpty();
            refusal = early && newest.isEmpty()
                    ? Optional.empty()
                    : Optional.of("what the scanner has seen is not known: " + file + " " + e.clause());
        }
    }

    private Optional<String> stale() {
        Instant now = clock.instant();
        return newest.filter(facts -> facts.at()
                        .plus(facts.interval().multipliedBy(STALE_AFTER_SCANS))
                        .isBefore(now))
                .map(facts -> "what the scanner has seen is of " + Times.moment(facts.at())
                        + ", and it should look every " + facts.interval().toSeconds() + " s");
    }

    private Cycle.Result result(CollectorName collector, Optional<Fact> fact, Optional<String> why) {
        CollectorRun run = new CollectorRun(
                collector,
                why.isEmpty(),
                newest.map(facts -> facts.took().getOrDefault(collector, Duration.ZERO))
                        .orElse(Duration.ZERO),
                newest.map(ScannedFacts::at),
                newest.map(ScannedFacts::interval).orElse(EXPECTED_INTERVAL),
                why);
        return new Cycle.Result(run, why.isEmpty() ? fact : Optional.empty());
    }
}

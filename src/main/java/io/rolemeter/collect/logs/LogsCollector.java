package io.rolemeter.collect.logs;

import io.rolemeter.collect.Collector;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.Patience;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.WatchedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts the credential errors that programs write into their logs, from when each was last started. Uses no network. A look reads
 * at most {@value #MAX_BYTES} bytes and takes about {@value #MAX_SECONDS} seconds; what was not reached is said to be missing, and
 * read at the next.
 */
public final class LogsCollector implements Collector {
    private static final long MAX_BYTES = 256L << 20;
    private static final int MAX_SECONDS = 20;

    private final Supplier<Host> hosts;
    private final Watching watching;
    private final LogMemory memory;
    private final Clock clock;
    private final LogScan scan;
    private final Patience patience = new Patience();

    /**
     * What to watch.
     *
     * @param interval how often to look
     */
    public record Watching(Settings.Logs logs, Duration interval) {}

    /**
     * Watches the logs of a host.
     *
     * @param hosts asked for one at each look
     * @param memory how far each log was read; the next collector goes on from there
     */
    public LogsCollector(Supplier<Host> hosts, Watching watching, LogMemory memory, Clock clock) {
        this(hosts, watching, memory, clock, ZoneId::systemDefault);
    }

    LogsCollector(Supplier<Host> hosts, Watching watching, LogMemory memory, Clock clock, Supplier<ZoneId> zone) {
        this.hosts = hosts;
        this.watching = watching;
        this.memory = memory;
        this.clock = clock;
        this.scan = new LogScan(new LineTimes(zone));
    }

    @Override
    public CollectorName name() {
        return CollectorName.LOGS;
    }

    @Override
    public Duration interval() {
        return watching.interval();
    }

    @Override
    public LogsFact collect() {
        return memory.look(before -> patience.look(() -> look(before)).orElseGet(() -> unanswered(before)));
    }

    /** Too much of the host gave no answer for anything to be known. */
    private LogMemory.Seen unanswered(LogState before) {
        LogsFact.UnreadLog all = new LogsFact.UnreadLog("logs", "files do not answer");
        return new LogMemory.Seen(before, new LogsFact(clock.instant(), List.of(), before.totals(), List.of(all)));
    }

    private LogMemory.Seen look(LogState before) {
        Instant now = clock.instant();
        Instant end = now.plusSeconds(MAX_SECONDS);
        Look look = new Look(now, MAX_BYTES, () -> clock.instant().isAfter(end), before.totals());
        Follower follower = new Follower(scan, look);
        Map<String, Followed> logs = new HashMap<>();
        Map<String, WatchedLog> watched = new TreeMap<>();
        for (LogSource source : LogSources.of(hosts.get(), watching.logs().files(), look)) {
            String name = SafeText.path(source.name());
            Followed followed =
                    follower.follow(source, Optional.ofNullable(before.logs().get(name)));
            logs.put(name, followed);
            watched.put(name, watched(source, followed.tally()));
        }
        return new LogMemory.Seen(
                new LogState(logs, look.totals()).andOfLate(before, now),
                new LogsFact(clock.instant(), List.copyOf(watched.values()), look.totals(), look.unread()));
    }

    private static WatchedLog watched(LogSource source, Tally tally) {
        List<LoggedErrors> errors = new ArrayList<>();
        for (LogError error : LogError.values()) {
            Optional.ofNullable(tally.errors().get(error)).ifPresent(errors::add);
        }
        return new WatchedLog(
                SafeText.path(source.name()),
                source.workload(),
                tally.since(),
                errors,
                tally.undated(),
                tally.denials());
    }
}

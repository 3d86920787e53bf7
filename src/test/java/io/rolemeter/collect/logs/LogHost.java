package io.rolemeter.collect.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.MovableClock;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.config.Settings;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.store.Line;
import io.rolemeter.store.WrittenLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** A host with one application of PM2, api, which was started an hour ago, and its error log. */
final class LogHost {
    static final Instant NOW = FakeHost.NOW;
    static final Instant STARTED = NOW.minus(Duration.ofHours(1));
    static final String LOG = "/home/ec2-user/.pm2/logs/api-error.log";
    static final String OLD = "2026-11-21T10:00:00: ";
    static final String RECENT = "2026-11-21T15:50:00: ";
    static final String EXPIRED = "ExpiredToken: The security token included in the request is expired\n";

    private static final long BOOTED = NOW.minus(Duration.ofDays(1)).getEpochSecond();

    final FakeHost files;
    final MovableClock clock = new MovableClock(NOW);
    private final String[] configured;
    private LogMemory memory = new LogMemory();
    private LogsCollector collector;

    LogHost(Path root, String... configured) {
        files = new FakeHost(root).file("/proc/stat", "btime " + BOOTED + "\n");
        this.configured = configured;
        configure(configured);
    }

    /** What Rolemeter writes down of the logs. */
    List<String> remembered() {
        return memory.lines().stream().map(WrittenLine::toString).toList();
    }

    /** Another process of Rolemeter, which knows what the one before has written down. */
    LogHost startedAnew() {
        List<String> known = remembered();
        memory = new LogMemory();
        for (String line : known) {
            assertThat(memory.take(Line.parse(line))).isTrue();
        }
        configure(configured);
        return this;
    }

    /** Another configuration, as after a reload. */
    void configure(String... configured) {
        collector = new LogsCollector(
                () -> new Host(files.root()),
                new LogsCollector.Watching(new Settings.Logs(List.of(configured)), Duration.ofMinutes(1)),
                memory,
                clock,
                () -> ZoneOffset.UTC);
    }

    LogHost runningApi() {
        return running(812, "api", LOG, STARTED);
    }

    LogHost running(int pid, String name, String log, Instant started) {
        files.process(pid, "node", "name=" + name, "pm_id=0", "pm_exec_path=/srv/app/app.js", "pm_err_log_path=" + log);
        return startedAt(pid, started);
    }

    LogHost startedAt(int pid, Instant started) {
        long ticks = (started.getEpochSecond() - BOOTED) * 100;
        files.file("/proc/" + pid + "/stat", pid + " (node) S 1" + " 0".repeat(17) + " " + ticks + " 0 0\n");
        return this;
    }

    LogHost ended(int pid) {
        try {
            Files.delete(files.path("/proc/" + pid + "/environ"));
            Files.delete(files.path("/proc/" + pid + "/stat"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a log as of a moment ago. */
    LogHost log(String path, String content) {
        files.file(path, content);
        return modified(path, NOW.minusSeconds(5));
    }

    LogHost append(String path, String content) {
        try {
            Files.writeString(files.path(path), content, StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LogHost modified(String path, Instant at) {
        try {
            Files.setLastModifiedTime(files.path(path), FileTime.from(at));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LogHost move(String from, String to) {
        try {
            Files.move(files.path(from), files.path(to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    LogsFact look() {
        return collector.collect();
    }

    LogsFact lookLater() {
        clock.advance(Duration.ofMinutes(1));
        return look();
    }

    static long total(LogsFact fact, LogError error) {
        return fact.totals().getOrDefault(error, 0L);
    }

    /** As {@code path workload error=count … undated=count}. */
    static List<String> described(LogsFact fact) {
        return fact.logs().stream().map(LogHost::described).toList();
    }

    private static String described(WatchedLog log) {
        return log.path().substring(log.path().lastIndexOf('/') + 1) + " "
                + log.workload().orElse("-")
                + log.errors().stream()
                        .map((LoggedErrors logged) -> " " + logged.error().label() + "=" + logged.count())
                        .collect(Collectors.joining())
                + (log.undated() == 0 ? "" : " undated=" + log.undated());
    }
}

package io.rolemeter.collect.logs;

import io.rolemeter.model.LogError;
import io.rolemeter.model.LogsFact.UnreadLog;
import io.rolemeter.model.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One look at all logs: when it is, how much it may still read, and what it has found. */
final class Look {
    private static final int MAX_SHOWN = 50;

    private final Instant now;
    private final BooleanSupplier timeIsUp;
    private final List<UnreadLog> unread = new ArrayList<>();
    private final Map<LogError, Long> totals = new EnumMap<>(LogError.class);
    private long bytes;

    /** @param bytes how much to read in all */
    Look(Instant now, long bytes, BooleanSupplier timeIsUp, Map<LogError, Long> totals) {
        this.now = now;
        this.bytes = bytes;
        this.timeIsUp = timeIsUp;
        this.totals.putAll(totals);
    }

    Instant now() {
        return now;
    }

    /** Bytes that may still be read. */
    long left() {
        return timeIsUp.getAsBoolean() ? 0 : bytes;
    }

    void spent(long read) {
        bytes -= read;
    }

    void counted(LogError error) {
        totals.merge(error, 1L, Long::sum);
    }

    void unread(String path, String reason) {
        if (unread.size() < MAX_SHOWN) {
            unread.add(new UnreadLog(SafeText.name(path), reason));
        }
    }

    List<UnreadLog> unread() {
        return unread;
    }

    Map<LogError, Long> totals() {
        return totals;
    }
}

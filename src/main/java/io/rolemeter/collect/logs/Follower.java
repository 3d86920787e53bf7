package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.OpenedFile;
import io.rolemeter.collect.host.OpenedFile.Opening;
import io.rolemeter.collect.logs.Position.Head;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads of each log what is new since the last look: at the first one what its program may have written since it was started, in
 * its predecessors too. A log that was renamed is read to its end under its new name, one that was copied and truncated in its
 * copy, packed or not.
 */
final class Follower {
    /** More than this of one log is not read in one look. */
    static final long MAX_BYTES = 64L << 20;

    /** Without a known start, how far back a log counts. */
    private static final Duration UNKNOWN_START = Duration.ofDays(1);

    private static final String TOO_MUCH = "more was written than is read at once: only the last 64 MiB were read";

    private final LogScan scan;
    private final Look look;

    Follower(LogScan scan, Look look) {
        this.scan = scan;
        this.look = look;
    }

    Followed follow(LogSource source, Optional<Followed> before) {
        Instant since = source.startedAt().orElse(look.now().minus(UNKNOWN_START));
        Tally known = before.map(Followed::tally).orElseGet(() -> Tally.none(since));
        boolean startedAnew = source.startedAt().isPresent() && since.isAfter(known.since());
        Optional<Position> position = before.flatMap(Followed::position);
        Counting counting =
                new Counting(look, position.flatMap(Position::readAt), startedAnew ? Tally.none(since) : known);
        Opening opening = OpenedFile.open(source.files(), source.path());
        if (opening instanceof Opening.Refused refused) {
            look.unread(source.name(), refused.reason());
        }
        Optional<Position> reached = position;
        if (opening instanceof Opening.Opened opened) {
            reached = read(source, opened.file(), position, counting);
        }
        return new Followed(reached, counting.tally());
    }

    private Optional<Position> read(LogSource source, OpenedFile file, Optional<Position> before, Counting counting) {
        try (file) {
            if (look.left() == 0) {
                look.unread(source.name(), "not read yet: too much to read at once");
                return before;
            }
            return Optional.of(
                    before.isPresent() ? goOn(source, file, before.get(), counting) : begin(source, file, counting));
        } catch (IOException e) {
            look.unread(source.name(), "broke off while it was read");
            return before;
        }
    }

    private Position begin(LogSource source, OpenedFile file, Counting counting) throws IOException {
        OpenedFile.Status status = file.status();
        if (status.modified().isBefore(counting.since())) {
            return position(file, status.size(), Optional.of(look.now()));
        }
        if (status.size() <= MAX_BYTES) {
            for (Predecessor predecessor : Predecessors.of(source)) {
                if (!predecessor.modified().isBefore(counting.since())) {
                    predecessor(source, predecessor, 0, counting);
                }
            }
        }
        return rest(source, file, 0, counting);
    }

    private Position goOn(LogSource source, OpenedFile file, Position before, Counting counting) throws IOException {
        OpenedFile.Status status = file.status();
        boolean same = status.identity().equals(before.identity());
        if (same && status.size() >= before.offset() && before.head().begins(file.from(0))) {
            return status.size() == before.offset()
                    ? position(file, before.offset(), Optional.of(look.now()))
                    : rest(source, file, before.offset(), counting);
        }
        long offset = before.offset();
        List<Predecessor> since = Predecessors.since(before, source);
        for (Predecessor predecessor : since) {
            predecessor(source, predecessor, offset, counting);
            offset = 0;
        }
        if (since.isEmpty() && !same) {
            look.unread(source.name(), "was rotated, and the end of its predecessor is not found");
        }
        return rest(source, file, 0, counting);
    }

    private void predecessor(LogSource source, Predecessor predecessor, long offset, Counting counting) {
        try {
            Predecessor.Progress progress =
                    predecessor.read(offset, Math.min(MAX_BYTES, look.left()), scan, counting::take);
            look.spent(progress.bytes());
            if (!progress.toEnd()) {
                look.unread(source.name(), "its predecessor is too long to be read to its end: " + predecessor.name());
            }
        } catch (IOException e) {
            look.unread(source.name(), "its predecessor cannot be read: " + predecessor.name());
        }
    }

    private Position rest(LogSource source, OpenedFile file, long offset, Counting counting) throws IOException {
        long size = file.status().size();
        long from = Math.max(offset, size - MAX_BYTES);
        if (from > offset) {
            look.unread(source.name(), TOO_MUCH);
        }
        int context = (int) Math.min(LogScan.CONTEXT, from);
        long most = Math.min(size - from, look.left());
        if (from + most == size) {
            counting.endWritten(file.status().modified());
        }
        long read = scan.read(file.from(from - context), context, most, counting::take);
        look.spent(read);
        if (from + read < size) {
            look.unread(source.name(), "not all was read yet: too much to read at once");
            return position(file, from + read, counting.lastLook());
        }
        return position(file, from + read, Optional.of(look.now()));
    }

    private static Position position(OpenedFile file, long offset, Optional<Instant> readAt) throws IOException {
        return new Position(file.status().identity(), offset, Head.of(file.from(0), offset), readAt);
    }
}

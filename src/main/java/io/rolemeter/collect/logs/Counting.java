package io.rolemeter.collect.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides of each error in a log whether it was written since its program was started, and whether it is new: what was not there
 * at the last look is new whenever the program was started, or one that is started again and again would never have an error.
 */
final class Counting {
    /** Times in logs are cut to the second. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Errors this near to the end were written when the log was last written, or a moment before. */
    private static final int NEAR_END = 4 << 10;

    private final Look look;
    private final Optional<Instant> lastLook;
    private Optional<Instant> endWritten = Optional.empty();
    private Tally tally;

    /** @param lastLook what is read now was not there yet then; empty at the first look */
    Counting(Look look, Optional<Instant> lastLook, Tally tally) {
        this.look = look;
        this.lastLook = lastLook;
        this.tally = tally;
    }

    /** The end of what is read from now on was written at that time. */
    void endWritten(Instant at) {
        endWritten = Optional.of(at);
    }

    void take(Mention mention) {
        Optional<Instant> at = sinceStart(mention);
        if (at.isPresent()) {
            tally = tally.with(mention, at.get());
        } else if (mention.writtenAt().isEmpty()) {
            tally = tally.withUndated();
        }
        if (at.isPresent() || lastLook.isPresent()) {
            look.counted(mention.error());
        }
    }

    /** When it was written; empty unless it is known that the program had been started by then. */
    private Optional<Instant> sinceStart(Mention mention) {
        if (mention.writtenAt().isPresent()) {
            return mention.writtenAt()
                    .filter(at -> at.plus(SECOND).isAfter(since()))
                    .map(at -> at.isAfter(look.now()) ? look.now() : at);
        }
        return mention.notBefore()
                .filter(time -> !time.isBefore(since()) && !time.isAfter(look.now()))
                .or(() -> lastLook.filter(time -> !time.isBefore(since())).map(time -> look.now()))
                .or(() -> endWritten.filter(time -> mention.toEnd() <= NEAR_END && !time.isBefore(since())));
    }

    Optional<Instant> lastLook() {
        return lastLook;
    }

    Instant since() {
        return tally.since();
    }

    Tally tally() {
        return tally;
    }
}

package io.rolemeter.collect.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides of each error in a log whether it was written since its program was started. */
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
    void endWritten(Optional<Instant> at) {
        endWritten = at;
    }

    void take(Mention mention) {
        if (mention.writtenAt().isPresent()) {
            Instant at = mention.writtenAt().get();
            if (at.plus(SECOND).isAfter(since())) {
                count(mention, at.isAfter(look.now()) ? look.now() : at);
            }
            return;
        }
        Optional<Instant> at = mention.notBefore()
                .filter(time -> !time.isBefore(since()) && !time.isAfter(look.now()))
                .or(() -> lastLook.filter(time -> !time.isBefore(since())).map(time -> look.now()))
                .or(() -> endWritten.filter(time -> mention.toEnd() <= NEAR_END && !time.isBefore(since())));
        if (at.isPresent()) {
            count(mention, at.get());
        } else {
            tally = tally.withUndated();
        }
    }

    private void count(Mention mention, Instant at) {
        tally = tally.with(mention, at);
        look.counted(mention.error());
    }

    Instant since() {
        return tally.since();
    }

    Tally tally() {
        return tally;
    }
}

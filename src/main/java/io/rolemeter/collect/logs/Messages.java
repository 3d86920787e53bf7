package io.rolemeter.collect.logs;

import io.rolemeter.aws.Denial;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import io.rolemeter.model.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers the words of one piece into messages. */
final class Messages {
    private static final int DENIAL_BEFORE = 1 << 10;
    private static final int DENIAL_AFTER = 4 << 10;
    private static final int OWN_SEARCHED = 256;
    private static final String OWN_NAME = "rolemeter";
    private static final String CAUSE = "Caused by:";
    static final List<ErrorWords.Word> WORDS = ErrorWords.all();

    private final byte[] piece;
    private final LineTimes times;
    private final int known;
    private final int length;
    private final long behind;
    private final Consumer<Mention> found;
    /** Of the message at hand: where each error is first said. */
    private final Map<LogError, Integer> errors = new EnumMap<>(LogError.class);

    private int start = -1;
    private int last = -1;
    private boolean own;
    /** All lines before it were asked for their times: {@link #timeThere}, on the line {@link #timed}, is the last of them. */
    private int asked;

    private int timed = -1;
    private Optional<Instant> timeThere = Optional.empty();

    Messages(byte[] piece, Extent extent, LineTimes times, Consumer<Mention> found) {
        this.piece = piece;
        this.known = extent.known();
        this.length = extent.length();
        this.behind = extent.behind();
        this.times = times;
        this.found = found;
    }

    /**
     * How much of a piece of log there is.
     *
     * @param known bytes at its beginning that were read before
     * @param length of all that is in it
     * @param behind bytes that follow it
     */
    record Extent(int known, int length, long behind) {}

    void word(int number, int position) {
        ErrorWords.Word word = WORDS.get(number);
        if (!word.countsAt(piece, position, length)) {
            return;
        }
        int beginning = beginning(position, Math.max(last, 0));
        if (last < 0 || beginning > last) {
            end();
            start = beginning;
            own = ofRolemeter(start, position);
        }
        last = position;
        errors.merge(word.error(), position + word.text().length(), Math::min);
    }

    /** Tells of the message at hand. */
    void end() {
        if (errors.containsKey(LogError.CLOCK_SKEW)) {
            errors.remove(LogError.BAD_SIGNATURE);
        }
        if (!own) {
            errors.forEach((error, end) -> {
                if (end > known) {
                    found.accept(mention(error, end));
                }
            });
        }
        errors.clear();
    }

    private Mention mention(LogError error, int end) {
        Optional<Instant> writtenAt = times.read(piece, start, length);
        return new Mention(
                error,
                writtenAt,
                writtenAt.isPresent() ? writtenAt : earlier(start),
                length - end + behind,
                error == LogError.ACCESS_DENIED ? denied(end) : Optional.empty());
    }

    private Optional<DeniedAction> denied(int end) {
        int from = Math.max(start, end - DENIAL_BEFORE);
        int to = Math.min(length, end + DENIAL_AFTER);
        return Denial.read(new String(piece, from, to - from, StandardCharsets.UTF_8))
                .map(Messages::withoutSecrets);
    }

    /** Of the last line before a position that has a time. No line is asked twice, however many errors follow each other. */
    private Optional<Instant> earlier(int before) {
        int reach = Math.max(0, before - LogScan.CONTEXT);
        int line = before;
        while (line > Math.max(reach, asked)) {
            line = lineStart(line - 1, reach);
            Optional<Instant> time = times.read(piece, line, length);
            if (time.isPresent()) {
                timed = line;
                timeThere = time;
                break;
            }
        }
        asked = before;
        return timed >= reach ? timeThere : Optional.empty();
    }

    /** The lines that this program writes quote what it found; to count them would be to count twice. */
    private boolean ofRolemeter(int from, int position) {
        int to = Math.min(position, from + OWN_SEARCHED);
        return new String(piece, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1).contains(OWN_NAME);
    }

    /** Where the message begins that the position is in, if that is after {@code bound}; else somewhere not after it. */
    private int beginning(int position, int bound) {
        int line = lineStart(position, bound);
        while (line > bound && goesOn(line)) {
            line = lineStart(line - 1, bound);
        }
        return line;
    }

    private int lineStart(int position, int bound) {
        int at = position;
        while (at > bound && piece[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    /** Whether the line belongs to the message of the one before, as lines of a stack trace do. */
    private boolean goesOn(int line) {
        int at = line + LineTimes.prefix(piece, line, length);
        if (at >= length) {
            return false;
        }
        byte first = piece[at];
        boolean tab = first == '\t' || (first == '\\' && at + 1 < length && piece[at + 1] == 't');
        boolean inner = first == ' ' || tab || first == '}' || first == ']';
        int causeEnd = Math.min(length, at + CAUSE.length());
        return inner || new String(piece, at, causeEnd - at, StandardCharsets.ISO_8859_1).equals(CAUSE);
    }

    private static DeniedAction withoutSecrets(DeniedAction denied) {
        return new DeniedAction(
                SafeText.foreignArn(denied.principal()),
                denied.action(),
                denied.resource().map(SafeText::foreignArn),
                denied.because(),
                denied.policyType(),
                denied.policyArn().map(SafeText::foreignArn));
    }
}

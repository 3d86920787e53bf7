package io.rolemeter.remember;

import io.rolemeter.store.Line;
import io.rolemeter.store.LineFile;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.UnwrittenException;
import io.rolemeter.store.WrittenLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What one scan leaves for the next, in a directory that only the scanner's user may read. It holds no line of any log. */
public final class ScanState {
    private static final LineFile.Limits LIMITS = new LineFile.Limits(16 << 20, 4 << 20);

    private final Path file;

    public ScanState(Path directory) {
        this.file = directory.resolve("scan.jsonl");
    }

    /**
     * Hands on every line that can be read; a damaged one takes nothing else with it, and the log says so.
     *
     * @param taker says whether it has a use for the line
     */
    public void read(Predicate<Line> taker) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        int[] lost = new int[1];
        try {
            LineFile.read(file, LIMITS, text -> {
                if (!taken(text, taker)) {
                    lost[0]++;
                }
            });
        } catch (IOException e) {
            warn(file + " could not be read to its end (" + e.getClass().getSimpleName()
                    + "): some logs are counted anew");
        }
        if (lost[0] > 0) {
            warn(lost[0] + " damaged line(s) of " + file + " passed over");
        }
    }

    /** Looked up only now, since that begins the JVM's logging. */
    private static void warn(String sentence) {
        System.getLogger(ScanState.class.getName()).log(System.Logger.Level.WARNING, sentence);
    }

    private static boolean taken(String text, Predicate<Line> taker) {
        try {
            return taker.test(Line.parse(text));
        } catch (MalformedLineException e) {
            return false;
        }
    }

    /**
     * Puts new lines in the place of the old.
     *
     * @throws UnwrittenException when it cannot be written
     */
    public void write(List<WrittenLine> restarts, List<WrittenLine> logs) throws UnwrittenException {
        StringBuilder text = new StringBuilder();
        restarts.forEach(line -> text.append(line).append('\n'));
        logs.forEach(line -> text.append(line).append('\n'));
        try {
            LineFile.replace(file, text.toString(), "rw-------");
        } catch (IOException refused) {
            throw new UnwrittenException(file, refused);
        }
    }
}

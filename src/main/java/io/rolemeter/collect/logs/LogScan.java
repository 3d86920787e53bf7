package io.rolemeter.collect.logs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds credential errors in a stream of log, a piece at a time. What one message says several times, in its stack trace or in
 * what a program prints of the error, is one error. The pieces are wiped; not for use by several threads.
 */
final class LogScan {
    /** Bytes before the place where reading goes on, to know the message that goes on there. */
    static final int CONTEXT = 8 << 10;

    private static final int PIECE = 256 << 10;
    private static final SkipSearch SEARCH =
            new SkipSearch(Messages.WORDS.stream().map(ErrorWords.Word::text).toList());

    private final LineTimes times;
    private final byte[] piece = new byte[CONTEXT + PIECE];

    LogScan(LineTimes times) {
        this.times = times;
    }

    /**
     * Reads to the end of the stream, or so many bytes.
     *
     * @param known how many bytes at the beginning were read before, and only say what goes on; at most {@link #CONTEXT}
     * @param most how many bytes to read beside them, no more than there are
     * @return how many bytes were read beside them
     */
    long read(InputStream log, int known, long most, Consumer<Mention> found) throws IOException {
        int context = log.readNBytes(piece, 0, known);
        long total = 0;
        try {
            while (total < most) {
                int count = log.readNBytes(piece, context, (int) Math.min(PIECE, most - total));
                if (count == 0) {
                    break;
                }
                total += count;
                int length = context + count;
                Messages messages =
                        new Messages(piece, new Messages.Extent(context, length, most - total), times, found);
                SEARCH.each(piece, 0, length, messages::word);
                messages.end();
                context = Math.min(CONTEXT, length);
                System.arraycopy(piece, length - context, piece, 0, context);
            }
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
        return total;
    }
}

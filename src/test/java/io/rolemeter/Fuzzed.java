package io.rolemeter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a fuzzer made, as hostile text, and what holds of every parser's answer to it. */
public final class Fuzzed {
    /** Made up; they belong to nobody. */
    public static final String KEY_ID = "AKIAQZ4JW6TJ2M7N3JXF";

    public static final String SECRET = "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";

    private static final List<String> PREFIXES = List.of("AKIA", "ASIA", "ABIA", "ACCA");

    private static final int ID_LENGTH = 20;

    /** Repetition ends here: an algorithm that is quadratic takes seconds for it, and a linear one no millisecond. */
    private static final int LONGEST = 32 << 10;

    private static final int SHORT = 1 << 10;

    private static final boolean LOOKING = System.getenv("JAZZER_FUZZ") != null;

    private static final long CPU_NANOS = 5_000_000_000L;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Fuzzed() {}

    /**
     * The bytes as UTF-8, with a whole key id for each U+0001, its secret for each U+0002, and for each U+0003 once more all
     * that stands between it and the last U+0004, up to 1 KiB. U+0005 repeats that up to 32 KiB; while new inputs are looked for,
     * only in one of 128, since those that are so long take most of the time.
     */
    public static String text(byte[] input) {
        String written = new String(input, StandardCharsets.UTF_8);
        int longest = !LOOKING || Math.floorMod(Arrays.hashCode(input), 128) == 0 ? LONGEST : 2 * SHORT;
        StringBuilder text = new StringBuilder();
        int mark = 0;
        for (int i = 0; i < written.length(); i++) {
            switch (written.charAt(i)) {
                case 1 -> text.append(KEY_ID);
                case 2 -> text.append(SECRET);
                case 3 -> repeat(text, mark, SHORT);
                case 5 -> repeat(text, mark, longest);
                case 4 -> mark = text.length();
                default -> text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    private static void repeat(StringBuilder text, int mark, int longest) {
        String part = text.substring(mark);
        int room = longest - text.length();
        int times = longest == SHORT ? 1 : longest / Math.max(1, part.length());
        if (!part.isEmpty() && room > 0) {
            text.append(part.repeat(Math.min(times, room / part.length())));
        }
    }

    /** The answer, which took no more than five seconds of the processor. */
    public static <T> T soon(Supplier<T> parser) {
        long began = THREADS.getCurrentThreadCpuTime();
        T answer = parser.get();
        long took = THREADS.getCurrentThreadCpuTime() - began;
        if (took >= CPU_NANOS) {
            throw new AssertionError("it took " + took + " ns of the processor");
        }
        return answer;
    }

    /** Nothing that is shown holds a whole key id. */
    public static void hidesIds(@Nullable Object shown) {
        String text = String.valueOf(shown);
        for (String prefix : PREFIXES) {
            for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
                if (isId(text, at)) {
                    throw new AssertionError("a whole key id is shown: " + text);
                }
            }
        }
    }

    /** By hand: an expression with look-behind takes longer for 32 KiB than the parser that is tried. */
    private static boolean isId(String text, int from) {
        int end = from + ID_LENGTH;
        return end <= text.length()
                && text.substring(from + 4, end).chars().allMatch(c -> isUpper(c) || (c >= '2' && c <= '7'))
                && (from == 0 || !isUpperOrDigit(text.charAt(from - 1)))
                && (end == text.length() || !isUpperOrDigit(text.charAt(end)));
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isUpperOrDigit(int c) {
        return isUpper(c) || (c >= '0' && c <= '9');
    }

    /** Nothing that is shown holds a whole key id, or the secret. */
    public static void hidesKeys(@Nullable Object shown) {
        hidesIds(shown);
        if (String.valueOf(shown).contains(SECRET)) {
            throw new AssertionError("the secret is shown: " + shown);
        }
    }
}

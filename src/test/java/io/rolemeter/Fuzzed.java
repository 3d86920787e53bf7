package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a fuzzer made, as hostile text, and what holds of every parser's answer to it. */
public final class Fuzzed {
    /** Made up; they belong to nobody. */
    public static final String KEY_ID = "AKIAQZ4JW6TJ2M7N3JXF";

    public static final String SECRET = "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";

    private static final Pattern WHOLE_ID =
            Pattern.compile("(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Z0-9])");

    /** Repetition ends here: an algorithm that is quadratic takes seconds for it, and a linear one no millisecond. */
    private static final int LONGEST = 32 << 10;

    private static final int SHORT = 1 << 10;

    private static final long CPU_NANOS = 5_000_000_000L;

    private Fuzzed() {}

    /**
     * The bytes as UTF-8, with a whole key id for each U+0001, its secret for each U+0002, and for each U+0003 once more all
     * that stands between it and the last U+0004, up to 1 KiB. U+0005 repeats that up to 32 KiB.
     */
    public static String text(byte[] input) {
        String written = new String(input, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        int mark = 0;
        for (int i = 0; i < written.length(); i++) {
            switch (written.charAt(i)) {
                case 1 -> text.append(KEY_ID);
                case 2 -> text.append(SECRET);
                case 3 -> repeat(text, mark, SHORT);
                case 5 -> repeat(text, mark, LONGEST);
                case 4 -> mark = text.length();
                default -> text.append(written.charAt(i));
            }
        }
        return text.toString();
    }

    private static void repeat(StringBuilder text, int mark, int longest) {
        String part = text.substring(mark);
        int times = longest == SHORT ? 1 : longest / Math.max(1, part.length());
        for (int i = 0; i < times && !part.isEmpty() && text.length() + part.length() <= longest; i++) {
            text.append(part);
        }
    }

    /** The answer, which took no more than five seconds of the processor. */
    public static <T> T soon(Supplier<T> parser) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T answer = parser.get();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        assertThat(took).as("nanoseconds of the processor").isLessThan(CPU_NANOS);
        return answer;
    }

    /** Nothing that is shown holds a whole key id. */
    public static void hidesIds(@Nullable Object shown) {
        String text = String.valueOf(shown);
        if (WHOLE_ID.matcher(text).find()) {
            throw new AssertionError("a whole key id is shown: " + text);
        }
    }

    /** Nothing that is shown holds a whole key id, or the secret. */
    public static void hidesKeys(@Nullable Object shown) {
        hidesIds(shown);
        if (String.valueOf(shown).contains(SECRET)) {
            throw new AssertionError("the secret is shown: " + shown);
        }
    }
}

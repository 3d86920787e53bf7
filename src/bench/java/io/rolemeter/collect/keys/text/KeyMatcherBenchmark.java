package io.rolemeter.collect.keys.text;

import io.rolemeter.InTheServicesJvm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A file of 16 KiB. {@code bytes} is what nearly every file costs beside being read, and must not come near to reading it;
 * {@code text} is what a file costs that holds a key, or that has to be decoded for another reason.
 */
@State(Scope.Benchmark)
public class KeyMatcherBenchmark extends InTheServicesJvm {
    private static final int LENGTH = 16 << 10;
    private static final String LINE = "DATABASE_URL=postgres://app@db.example.com/items # Aurora, see the wiki\n";
    private static final String KEY =
            "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7\nAWS_SECRET_ACCESS_KEY=FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n";

    /** Keys at the end of the file. */
    @Param({"0", "1"})
    private int keys = 0;

    private final String lines = LINE.repeat(LENGTH / LINE.length());
    private final String textWithout = lines;
    private final String textWith = lines + KEY;
    private final byte[] bytesWithout = textWithout.getBytes(StandardCharsets.UTF_8);
    private final byte[] bytesWith = textWith.getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public boolean bytes() {
        byte[] bytes = keys == 0 ? bytesWithout : bytesWith;
        return KeyPrefixes.standIn(bytes, bytes.length);
    }

    @Benchmark
    public List<KeyMatch> text() {
        return KeyPattern.find(keys == 0 ? textWithout : textWith, TextFormat.LINES);
    }
}

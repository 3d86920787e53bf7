package io.rolemeter.collect.logs;

import io.rolemeter.InTheServicesJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A MiB of log: guards that most bytes are not looked at, that a line without an error is not decoded, and that an error costs its
 * own lines alone.
 */
@State(Scope.Benchmark)
public class LogMatcherBenchmark extends InTheServicesJvm {
    private static final int LENGTH = 1 << 20;
    private static final String LINE =
            "2026-11-26T10:15:30.123Z INFO  [api] GET /items/42 answered 200 in 12 ms to 192.0.2.17\n";
    private static final String ERROR =
            "2026-11-26T10:15:31.004Z ERROR [api] ExpiredToken: The security token included in the request is expired\n";

    /** Lines of errors in about a hundred. */
    @Param({"0", "1"})
    private int errors = 0;

    private final LogScan scan = new LogScan(new LineTimes(() -> ZoneOffset.UTC));
    private final byte[] none = log(0);
    private final byte[] some = log(1);

    @Benchmark
    public long mebibyte(Blackhole found) throws IOException {
        byte[] log = errors == 0 ? none : some;
        return scan.read(new ByteArrayInputStream(log), 0, log.length, found::consume);
    }

    private static byte[] log(int errors) {
        StringBuilder log = new StringBuilder();
        while (log.length() < LENGTH) {
            log.append(LINE.repeat(99));
            log.append(errors > 0 ? ERROR : LINE);
        }
        return log.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

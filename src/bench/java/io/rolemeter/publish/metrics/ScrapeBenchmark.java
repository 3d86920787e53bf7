package io.rolemeter.publish.metrics;

import io.rolemeter.publish.Fleet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A scrape of a host with all places, 20 workloads and 20 probes, by the daemon's compiler and collector. {@code -prof gc}
 * shows what one allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms8m", "-Xmx48m"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScrapeBenchmark {
    @Param
    private Exposition format = Exposition.TEXT;

    private final Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Fleet.largeHost(true));

    @Benchmark
    public String scrape() {
        return metrics.scrape(format);
    }
}

package io.rolemeter.publish.metrics;

import io.rolemeter.InTheServicesJvm;
import io.rolemeter.publish.Fleet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A scrape of a host with all places, 20 workloads and 20 probes, by the daemon's compiler and collector. {@code -prof gc}
 * shows what one allocates.
 */
@State(Scope.Benchmark)
public class ScrapeBenchmark extends InTheServicesJvm {
    @Param
    private Exposition format = Exposition.TEXT;

    private final Metrics metrics = new Metrics(new BuildInfo("0.1.0", "1a2b3c4", "17.0.15"), Fleet.largeHost(true));

    @Benchmark
    public String scrape() {
        return metrics.scrape(format);
    }
}

package io.rolemeter.cli;

import io.rolemeter.Agent;
import io.rolemeter.Configured;
import io.rolemeter.Surroundings;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Memory;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.publish.report.Screen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One full cycle, and how and where its diagnosis is printed: what {@code check} and {@code demo --once} share. */
final class Report {
    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: text.")
    private @Nullable Format format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to FILE, replaced at once and as a whole, instead of printing: for node_exporter's"
                    + " textfile collector, with --format prometheus.")
    private @Nullable Path output;

    /** Whether either option was given. */
    boolean asked() {
        return format != null || output != null;
    }

    /**
     * Looks at everything once, prints what that makes, and says what to exit with.
     *
     * @param root of the host that is looked at
     * @param memory of what it was before
     */
    int check(Path root, Memory memory, Configured configured, PrintWriter out) {
        Clock clock = Clock.systemUTC();
        Metrics metrics = new Metrics(BuildInfo.current(), Agent.nothingSeen(clock));
        try (Agent agent = new Agent(new Surroundings(root, clock, metrics), memory, List.of(metrics))) {
            Diagnosis diagnosis = agent.check(configured);
            print(diagnosis, metrics, out);
            return ExitCode.of(diagnosis.status());
        }
    }

    private void print(Diagnosis diagnosis, Metrics metrics, PrintWriter out) {
        Format chosen = format == null ? Format.TEXT : format;
        if (output == null) {
            out.print(chosen.write(diagnosis, metrics, Terminal.screen()));
            out.flush();
        } else {
            OutputFile.replace(output, chosen.write(diagnosis, metrics, Screen.NONE));
        }
    }
}

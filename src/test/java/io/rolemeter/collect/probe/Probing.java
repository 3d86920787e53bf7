package io.rolemeter.collect.probe;

import io.rolemeter.Configured;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.config.ConfigurationException;
import io.rolemeter.config.Settings;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Probes from their configuration to their results, in one step. */
public final class Probing {
    /** The name of the single probe. */
    public static final String NAME = "probe";

    private static final String FILE = "rolemeter.yml";

    private Probing() {}

    /** How one run ended, in words that a test can compare whole. */
    public record Result(ProbeRun.Outcome outcome, Optional<FailureReason> reason, String detail) {
        public static Result passed(String detail) {
            return new Result(ProbeRun.Outcome.PASSED, Optional.empty(), detail);
        }

        public static Result failed(FailureReason reason, String detail) {
            return new Result(ProbeRun.Outcome.FAILED, Optional.of(reason), detail);
        }
    }

    /** Runs a single probe once; {@code settings} is what stands beside its name. */
    public static Result run(String settings, AwsAccess access) {
        ProbeState state = collector(yaml(NAME, settings), access, Clock.systemUTC())
                .collect()
                .probes()
                .get(0);
        ProbeRun run = state.last().orElseThrow();
        return new Result(run.outcome(), run.reason(), run.detail());
    }

    /** A collector of the probes of a configuration file. */
    public static ProbeCollector collector(String yaml, AwsAccess access, Clock clock) {
        return new ProbeCollector(
                Configured.read(yaml, FILE).probes(),
                new ProbeMemory(Settings.defaults().aws()),
                access,
                new ProbeCollector.Manner(name -> {}, Optional.empty()),
                clock);
    }

    /** One that looks for a moment only, and goes on where those before it were. */
    static ProbeCollector watching(String yaml, ProbeMemory memory, AwsAccess access, Runnable late, Clock clock) {
        return new ProbeCollector(
                Configured.read(yaml, FILE).probes(),
                memory,
                access,
                new ProbeCollector.Manner(name -> {}, Optional.of(late)),
                clock);
    }

    /** What is wrong with the settings of a single probe, without the file's name. */
    public static List<String> problems(String settings) {
        try {
            Configured.read(yaml(NAME, settings), FILE);
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream()
                    .map(problem -> problem.substring(FILE.length() + 1))
                    .toList();
        }
    }

    /** One entry of a file of probes. */
    public static String yaml(String name, String settings) {
        return "probes:\n- { name: " + name + ", " + settings + " }\n";
    }
}

package io.rolemeter.cli;

import io.rolemeter.Agent;
import io.rolemeter.Surroundings;
import io.rolemeter.model.Telemetry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One full cycle: looks at everything once, prints the diagnosis, and exits with its status. */
@Command(
        name = "check",
        description = "Look at everything once, print the diagnosis, exit with its status.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
    @Mixin
    private ConfigurationSource source;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Surroundings surroundings = new Surroundings(source.root(), Clock.systemUTC(), Telemetry.NONE);
        try (Agent agent = new Agent(surroundings, List.of())) {
            return format.print(
                    agent.check(source.load()), command.commandLine().getOut());
        }
    }
}

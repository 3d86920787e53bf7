package io.rolemeter.cli;

import io.rolemeter.model.Memory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One full cycle: looks at everything once, prints the diagnosis, and exits with its status. */
@Command(
        name = "check",
        description = "Look at everything once, print the diagnosis, exit with its status.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
    @Mixin
    private ConfigurationSource source;

    @Mixin
    private Report report;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        return report.check(
                source.root(), Memory.NONE, source.load(), command.commandLine().getOut());
    }
}

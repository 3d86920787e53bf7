package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.WebAccess;
import io.rolemeter.config.Configuration;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about the configuration file that needs no host. */
@Command(
        name = "config",
        description = "Check a configuration file, or print the default one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class Config {
    @Spec
    private CommandSpec command;

    @Command(
            name = "check",
            description = "Report every problem in a configuration file, by path and line.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "The file to check.") Path file) {
        Configured configured = Configured.load(file);
        configured.settings().web().configFile().ifPresent(WebAccess::of);
        print(file + " is valid: " + configured.settings().probes().size() + " probes.");
        return ExitCode.OK;
    }

    @Command(
            name = "default",
            description = "Print the configuration that holds without a file, with a comment on every key.",
            mixinStandardHelpOptions = true)
    int printDefault() {
        print(Configuration.defaultText().stripTrailing());
        return ExitCode.OK;
    }

    private void print(String text) {
        command.commandLine().getOut().println(text);
        command.commandLine().getOut().flush();
    }
}

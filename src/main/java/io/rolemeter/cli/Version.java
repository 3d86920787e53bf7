package io.rolemeter.cli;

import io.rolemeter.publish.metrics.BuildInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which program this is. */
@Command(name = "version", description = "Print the version.", mixinStandardHelpOptions = true)
final class Version implements Callable<Integer>, IVersionProvider {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getOut().println(getVersion()[0]);
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    @Override
    public String[] getVersion() {
        BuildInfo build = BuildInfo.current();
        return new String[] {
            "rolemeter " + build.version() + " (revision " + build.revision() + ", Java " + build.javaVersion() + ")"
        };
    }
}

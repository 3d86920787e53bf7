package io.rolemeter.cli;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.model.SafeText;
import java.io.PrintWriter;
import picocli.CommandLine;

/** What is written when a command line or a command is wrong: lines for a person, never a stack trace. */
public final class Errors {
    private Errors() {}

    /** Makes the command line answer its errors with one sentence and exit code 3. */
    public static CommandLine handleBy(CommandLine commands) {
        return commands.setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    return say(
                            command,
                            SafeText.of(String.valueOf(wrong.getMessage())) + " See: "
                                    + command.getCommandSpec().qualifiedName() + " --help");
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof ConfigurationException configuration) {
                        configuration.problems().forEach(line -> say(command, line));
                        return ExitCode.UNKNOWN;
                    }
                    if (failure instanceof CommandFailedException failed) {
                        return say(command, failed.sentence());
                    }
                    return say(
                            command,
                            "Rolemeter broke off, which is a mistake in it: "
                                    + failure.getClass().getName());
                });
    }

    private static int say(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println(line);
        err.flush();
        return ExitCode.UNKNOWN;
    }
}

package io.rolemeter.cli;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.model.SafeText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** What is written when a command line or a command is wrong: lines for a person, never a stack trace. */
public final class Errors {
    private static final Pattern MEMBERS = Pattern.compile("\\[([A-Z_, ]+)] \\(case-insensitive\\)");

    private Errors() {}

    /** Makes the command line answer its errors with one sentence and exit code 3. */
    public static CommandLine handleBy(CommandLine commands) {
        return commands.setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    return say(
                            command,
                            sentence(SafeText.of(String.valueOf(wrong.getMessage()))) + " See: "
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

    /** What a command has printed did not all arrive. */
    static int unwritten(CommandLine command, String reason) {
        return say(command, "Cannot write to standard output: " + reason + "; what was printed is not whole.");
    }

    /** The parser names the members of a list in upper case, and leaves out the full stop. */
    private static String sentence(String message) {
        String typed = MEMBERS.matcher(message)
                .replaceAll(list -> Matcher.quoteReplacement(list.group(1).toLowerCase(Locale.ROOT)));
        return typed.endsWith(".") ? typed : typed + ".";
    }

    private static int say(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println(line);
        err.flush();
        return ExitCode.UNKNOWN;
    }
}

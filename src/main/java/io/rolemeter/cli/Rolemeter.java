package io.rolemeter.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line; each subcommand is a file beside this one. */
@Command(
        name = "rolemeter",
        description =
                "Which AWS identity is this EC2 host really using, for how long, from where, and what would break?",
        subcommands = {
            Serve.class,
            Check.class,
            Explain.class,
            Scan.class,
            Demo.class,
            Config.class,
            Permissions.class,
            Rehearse.class,
            Version.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 ok, 1 warning, 2 critical, 3 could not tell, bad usage or bad configuration."})
public final class Rolemeter {
    /**
     * Does what a command line asks for.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        Optional<CommandLine> named = Stream.of(arguments).findFirst().flatMap(Rolemeter::subcommand);
        CommandLine commands = named.orElseGet(() -> new CommandLine(new Rolemeter()));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        return Errors.handleBy(commands)
                .execute(Arrays.copyOfRange(arguments, named.isPresent() ? 1 : 0, arguments.length));
    }

    /** One without the others: a description of all of them costs each start 30 ms. */
    static Optional<CommandLine> subcommand(String name) {
        return Stream.of(command(Rolemeter.class).subcommands())
                .filter(type -> command(type).name().equals(name))
                .findFirst()
                .map(type -> new CommandLine(type)
                        .setCommandName(command(Rolemeter.class).name() + " " + name));
    }

    private static Command command(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Command.class));
    }
}

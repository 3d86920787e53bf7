package io.rolemeter.cli;

import io.rolemeter.model.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

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
        StandardOutput output = new StandardOutput();
        commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(output.writer())
                .registerConverter(Path.class, Rolemeter::path);
        int code = Errors.handleBy(commands)
                .execute(Arrays.copyOfRange(arguments, named.isPresent() ? 1 : 0, arguments.length));
        return output.failure()
                .map(reason -> Errors.unwritten(commands, reason))
                .orElse(code);
    }

    /** A path that this process can open. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + SafeText.of(text) + "' cannot be the name of a file in this locale; run with LC_ALL=C.UTF-8");
        }
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

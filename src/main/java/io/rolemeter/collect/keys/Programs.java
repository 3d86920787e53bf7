package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.host.User;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The running programs. Each environment is read once, searched, and dropped.
 *
 * @param examined how many environments were read
 * @param unlisted what of {@code /proc} could not be read or not searched whole, so that there may be more programs and keys
 * @param closed environments that could not be read, or not searched whole; their programs are in the list, in the first case with
 *     what a login would give them
 */
public record Programs(
        List<Program> programs, int examined, List<Reading.Unreadable> unlisted, List<Reading.Unreadable> closed) {
    private static final String DAEMON = ": God Daemon (";
    private static final String NOTHING = "";

    static Programs of(Host host, BooleanSupplier timeIsUp) {
        List<Program> programs = new ArrayList<>();
        List<Reading.Unreadable> closed = new ArrayList<>();
        List<Reading.Unreadable> unlisted = new ArrayList<>();
        unlisted.addAll(host.processes().each(process -> {
            String arguments = String.join("\0", process.arguments());
            KeyPattern.cutShort(arguments)
                    .ifPresent(reason ->
                            unlisted.add(new Reading.Unreadable(Processes.path(process.pid(), "cmdline"), reason)));
            Reading reading = timeIsUp.getAsBoolean()
                    ? new Reading.Unreadable(Processes.path(process.pid(), "environ"), "out of time")
                    : host.processes().environment(process);
            if (reading instanceof Reading.Text text) {
                programs.add(program(host, process, text.content(), arguments));
                KeyPattern.cutShort(text.content())
                        .ifPresent(reason -> closed.add(new Reading.Unreadable(text.path(), reason)));
            } else if (reading instanceof Reading.Unreadable unreadable) {
                closed.add(unreadable);
                programs.add(program(host, process, NOTHING, arguments));
            }
        }));
        return new Programs(programs, programs.size() - closed.size(), unlisted, closed);
    }

    /** Whether a program runs whose name begins with one of these. */
    public boolean runs(Collection<String> names) {
        return programs.stream().anyMatch(program -> names.stream().anyMatch(program.name()::startsWith));
    }

    private static Program program(Host host, HostProcess process, String variables, String arguments) {
        Environment environment = new Environment(variables);
        String passwdHome = host.users().byUid(process.uid()).map(User::home).orElse("/");
        Optional<Pm2Application> application = Pm2Application.of(environment);
        return new Program(
                process.pid(),
                application.map(Pm2Application::program).orElseGet(() -> name(process)),
                process.user(),
                process.workingDirectory(),
                Folders.ofArguments(process.arguments()),
                ProfileChoice.of(
                        environment, passwdHome, process.workingDirectory().orElse(NOTHING)),
                new Program.UnderPm2(application, environment.get("PM2_HOME").or(() -> daemonHome(process))),
                new Program.Keys(
                        KeyPattern.find(variables, TextFormat.PROCESS),
                        KeyPattern.find(arguments, TextFormat.PROCESS)));
    }

    /** The kernel's name, or the program's own where the former is the beginning of a rewritten command line. */
    private static String name(HostProcess process) {
        String command = process.command();
        if (command.isEmpty() || command.indexOf('/') >= 0) {
            String program = firstArgument(process).strip();
            int space = program.indexOf(' ');
            program = space < 0 ? program : program.substring(0, space);
            command = program.substring(program.lastIndexOf('/') + 1);
        }
        return command + "[" + process.pid() + "]";
    }

    /** From the title {@code PM2 v7.0.4: God Daemon (/home/deploy/.pm2)}. */
    private static Optional<String> daemonHome(HostProcess process) {
        String title = firstArgument(process);
        int open = title.indexOf(DAEMON);
        int close = title.indexOf(')', open + DAEMON.length());
        return title.startsWith("PM2 v") && open > 0 && close > open
                ? Optional.of(title.substring(open + DAEMON.length(), close))
                : Optional.empty();
    }

    private static String firstArgument(HostProcess process) {
        return process.arguments().isEmpty() ? NOTHING : process.arguments().get(0);
    }
}

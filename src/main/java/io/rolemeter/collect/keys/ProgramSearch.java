package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.JavaCommand;
import io.rolemeter.collect.host.OtherRoot;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.host.TerminalPrograms;
import io.rolemeter.collect.host.User;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.function.BooleanSupplier;

/** Reads of each process what {@link Programs} keep. For one look. */
final class ProgramSearch {
    private static final String DAEMON = ": God Daemon (";
    private static final String NOTHING = "";
    private static final int ROOT_USER = 0;

    private final Host host;
    private final BooleanSupplier timeIsUp;
    private final List<Program> programs = new ArrayList<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final Set<String> controlGroups = new HashSet<>();
    private final List<Reading.Unreadable> unlisted = new ArrayList<>();
    private final List<Reading.Unreadable> closed = new ArrayList<>();
    private int examined;

    /** What a program's paths begin at, and where it has its home when no variable says so. */
    private record Place(Optional<String> workingDirectory, String passwdHome) {}

    /** What is searched for keys. */
    private record Texts(String variables, String arguments) {
        @Override
        public String toString() {
            return "texts that may hold keys";
        }
    }

    ProgramSearch(Host host, BooleanSupplier timeIsUp) {
        this.host = host;
        this.timeIsUp = timeIsUp;
    }

    Programs programs() {
        unlisted.addAll(host.processes().each(this::look));
        return new Programs(programs, List.copyOf(containers.values()), controlGroups, examined, unlisted, closed);
    }

    private void look(HostProcess process) {
        String arguments = String.join("\0", process.arguments());
        KeyPattern.cutShort(arguments)
                .ifPresent(reason ->
                        unlisted.add(new Reading.Unreadable(Processes.path(process.pid(), "cmdline"), reason)));
        Reading reading = timeIsUp.getAsBoolean()
                ? new Reading.Unreadable(Processes.path(process.pid(), "environ"), "out of time")
                : host.processes().environment(process);
        if (reading instanceof Reading.Text text) {
            add(process, new Texts(text.content(), arguments));
            Optional<String> cut = KeyPattern.cutShort(text.content());
            cut.ifPresentOrElse(reason -> closed.add(new Reading.Unreadable(text.path(), reason)), () -> examined++);
        } else if (reading instanceof Reading.Unreadable unreadable) {
            closed.add(unreadable);
            add(process, new Texts(NOTHING, arguments));
        }
    }

    private void add(HostProcess process, Texts texts) {
        String controlGroup = host.processes().controlGroup(process);
        names(controlGroup);
        Optional<OtherRoot> other = host.otherRoot(process, controlGroup);
        if (other.isEmpty()) {
            String home = host.users().byUid(process.uid()).map(User::home).orElse("/");
            programs.add(program(process, texts, new Place(process.workingDirectory(), home)));
            return;
        }
        OtherRoot root = other.get();
        String home = process.uid() == ROOT_USER ? "/root" : "/";
        Place inside = new Place(process.workingDirectory().flatMap(root::inside), home);
        containers
                .computeIfAbsent(root.key(), key -> new Container(root, host.filesOf(process), new ArrayList<>()))
                .programs()
                .add(program(process, texts, inside));
    }

    private void names(String controlGroup) {
        StringTokenizer groups = new StringTokenizer(controlGroup, "/\n");
        while (groups.hasMoreTokens()) {
            String group = groups.nextToken();
            if (group.indexOf('.') >= 0) {
                controlGroups.add(group);
            }
        }
    }

    private static Program program(HostProcess process, Texts texts, Place place) {
        Environment environment = new Environment(texts.variables());
        Bearings bearings = new Bearings(
                environment.get("HOME").orElse(place.passwdHome()),
                place.workingDirectory().orElse(NOTHING));
        Optional<Pm2Application> application = Pm2Application.of(environment);
        return new Program(
                process.pid(),
                application.map(Pm2Application::program).orElseGet(() -> name(process)),
                process.user(),
                place.workingDirectory(),
                folders(process, place),
                ProfileChoice.of(environment, properties(process, environment), bearings),
                NamedFiles.of(process, environment, bearings),
                new Program.UnderPm2(application, environment.get("PM2_HOME").or(() -> daemonHome(process))),
                new Program.Keys(
                        KeyPattern.find(texts.variables(), TextFormat.PROCESS),
                        KeyPattern.find(texts.arguments(), TextFormat.PROCESS)));
    }

    /** Where a person stands or looks is no folder of an application. */
    private static Set<String> folders(HostProcess process, Place place) {
        if (TerminalPrograms.include(process)) {
            return Set.of();
        }
        Set<String> folders = Folders.ofArguments(process.arguments());
        place.workingDirectory().ifPresent(folders::add);
        return folders;
    }

    private static Map<String, String> properties(HostProcess process, Environment environment) {
        List<String> arguments = process.arguments();
        boolean java =
                process.command().equals("java") || firstArgument(process).endsWith("/java");
        return java && !arguments.isEmpty()
                ? JavaCommand.properties(
                        arguments.subList(1, arguments.size()),
                        name -> environment.get(name).orElse(NOTHING))
                : Map.of();
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

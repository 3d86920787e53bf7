package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.JavaCommand;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.ProcessDetails;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a process runs. Its arguments may hold secrets; it prints none.
 *
 * @param executable as the process sees it; without a path where only a title tells
 * @param invoked the first argument, absolute where it has a path: of a virtual environment the link that stands for the
 *     interpreter
 * @param arguments without the first; of Java with what files of arguments add
 * @param script of an interpreter: absolute; empty for other programs, and where code stands on the command line
 * @param program what a person calls it: the script, the Java archive or class, else the executable
 * @param workingDirectory absolute
 * @param folders where its own files are: its working directory and its script's
 */
record CommandLine(
        String executable,
        Optional<String> invoked,
        List<String> arguments,
        Optional<String> script,
        String program,
        String workingDirectory,
        Set<String> folders) {
    /** Those of AWS whose {@code --profile} is botocore's. */
    private static final Set<String> TOOLS = Set.of("aws", "eb", "sam", "chalice");

    /** @param files those that the process sees; empty when they cannot be seen from here */
    static CommandLine of(
            HostProcess process,
            ProcessDetails details,
            Optional<Pm2Application> application,
            Optional<HostFiles> files) {
        List<String> given = process.arguments();
        boolean title = given.size() == 1 && given.get(0).strip().indexOf(' ') > 0;
        List<String> words = title ? List.of(given.get(0).strip().split(" +", -1)) : given;
        String directory = process.workingDirectory().orElse("/");
        WrittenPaths paths = new WrittenPaths(directory, files);
        String executable = details.executable()
                .orElseGet(
                        () -> words.stream().findFirst().filter(paths::nameable).orElse(process.command()));
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        List<String> arguments = Interpreter.name(executable).equals("java") ? ArgumentFiles.expand(rest, paths) : rest;
        Optional<String> script = Interpreter.of(executable)
                .filter(interpreter -> !title || Interpreter.of(words.get(0)).equals(Optional.of(interpreter)))
                .flatMap(interpreter -> interpreter.script(arguments))
                .filter(word -> title ? paths.exists(word) : paths.nameable(word))
                .map(paths::absolute);
        Set<String> folders = new LinkedHashSet<>();
        application.ifPresent(pm2 -> folders.addAll(pm2.directories()));
        folders.add(directory);
        script.map(CommandLine::folder).ifPresent(folders::add);
        String program = Interpreter.name(executable).equals("java")
                ? JavaCommand.main(arguments)
                        .filter(paths::nameable)
                        .map(JavaCommand::name)
                        .orElse("java")
                : name(script.orElse(executable));
        Optional<String> invoked =
                words.stream().findFirst().map(word -> word.indexOf('/') < 0 ? word : paths.absolute(word));
        return new CommandLine(executable, invoked, arguments, script, program, directory, folders);
    }

    /** The name of the executable, without its path and its version. */
    String interpreter() {
        return Interpreter.name(executable);
    }

    /** What the options say that tools on botocore share, by their names without dashes; empty for other programs. */
    Map<String, String> options() {
        return TOOLS.contains(program) ? ToolOptions.of(arguments) : Map.of();
    }

    /** Java's system properties; none of other programs. */
    Map<String, String> properties(Map<String, String> variables) {
        return interpreter().equals("java")
                ? JavaCommand.properties(arguments, name -> variables.getOrDefault(name, ""))
                : Map.of();
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : "/";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return program;
    }
}

package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.ProcessDetails;
import io.rolemeter.collect.workload.view.ProcessView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a process runs. Its arguments may hold secrets; it prints none.
 *
 * @param executable as the process sees it; without a path where only a title tells
 * @param invoked the first argument: of a virtual environment the link that stands for the interpreter
 * @param arguments without the first
 * @param script of an interpreter: absolute; empty for other programs
 * @param workingDirectory absolute
 * @param folders where its own files are: its working directory and its script's
 */
record CommandLine(
        String executable,
        Optional<String> invoked,
        List<String> arguments,
        Optional<String> script,
        String workingDirectory,
        Set<String> folders) {
    static CommandLine of(HostProcess process, ProcessDetails details, Optional<Pm2Application> application) {
        List<String> words = words(process.arguments());
        String executable = details.executable().orElseGet(() -> words.isEmpty() ? process.command() : words.get(0));
        List<String> arguments = words.isEmpty() ? List.of() : words.subList(1, words.size());
        String directory = process.workingDirectory().orElse("/");
        Optional<String> script = arguments.stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(word -> isInterpreter(executable))
                .map(word -> word.startsWith("/") ? word : ProcessView.join(directory, word));
        Set<String> folders = new java.util.LinkedHashSet<>();
        application.ifPresent(pm2 -> folders.addAll(pm2.directories()));
        folders.add(directory);
        script.map(CommandLine::folder).ifPresent(folders::add);
        return new CommandLine(executable, words.stream().findFirst(), arguments, script, directory, folders);
    }

    /** The name of the executable, without its path and its version. */
    String interpreter() {
        String name = executable.substring(executable.lastIndexOf('/') + 1);
        return name.startsWith("python") ? "python" : name;
    }

    /** What a person calls it: the script, the Java archive or class, else the executable. */
    String program() {
        if (interpreter().equals("java")) {
            return JavaCommand.main(arguments).orElse("java");
        }
        String path = script.orElse(executable);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash > 0 ? path.substring(0, slash) : "/";
    }

    private static boolean isInterpreter(String executable) {
        String name = executable.substring(executable.lastIndexOf('/') + 1);
        return name.equals("node") || name.startsWith("python") || name.equals("ruby") || name.startsWith("php");
    }

    /** Of a title, which stands in one piece, the words. */
    private static List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>();
        if (arguments.size() == 1 && arguments.get(0).strip().indexOf(' ') > 0) {
            words.addAll(List.of(arguments.get(0).strip().split(" +", -1)));
        } else {
            words.addAll(arguments);
        }
        return words;
    }

    @Override
    public String toString() {
        return program();
    }
}

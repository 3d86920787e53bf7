package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a Python program could import botocore: it is where its interpreter, its environment or its user keep packages. */
record PythonPackages(HostFiles files) {
    private static final List<String> SYSTEM =
            List.of("/usr/lib/python3/dist-packages", "/usr/local/lib", "/usr/lib", "/usr/lib64", "/usr/local/lib64");

    boolean hasBotocore(CommandLine command, Map<String, String> variables) {
        List<String> roots = new ArrayList<>();
        if (command.script().isEmpty() || !isOfSystem(command.script().get())) {
            roots.addAll(SYSTEM);
        }
        Optional.ofNullable(variables.get("VIRTUAL_ENV")).ifPresent(folder -> roots.add(folder + "/lib"));
        Optional.ofNullable(variables.get("HOME")).ifPresent(home -> roots.add(home + "/.local/lib"));
        Optional.ofNullable(variables.get("PYTHONPATH")).ifPresent(path -> roots.addAll(List.of(path.split(":", -1))));
        interpreters(command).forEach(path -> roots.add(CommandLine.folder(CommandLine.folder(path)) + "/lib"));
        command.folders().forEach(roots::add);
        return roots.stream().filter(path -> path.startsWith("/")).distinct().anyMatch(this::holdsBotocore);
    }

    /** The real one, and the one of a virtual environment, which is a link that only the first argument names. */
    private static List<String> interpreters(CommandLine command) {
        List<String> paths = new ArrayList<>(List.of(command.executable()));
        command.invoked().filter(path -> path.startsWith("/")).ifPresent(paths::add);
        return paths;
    }

    /** Programs of the distribution in Python are not what people run against AWS. */
    private static boolean isOfSystem(String script) {
        return script.startsWith("/usr/bin/") || script.startsWith("/usr/sbin/") || script.startsWith("/usr/share/");
    }

    private boolean holdsBotocore(String folder) {
        if (files.isDirectory(HostFiles.join(folder, "botocore"))) {
            return true;
        }
        return files.list(folder) instanceof Listing.Entries entries
                && entries.entries().stream()
                        .filter(entry -> entry.directory() && entry.name().startsWith("python3"))
                        .anyMatch(entry -> List.of("site-packages", "dist-packages").stream()
                                .anyMatch(packages -> files.isDirectory(
                                        HostFiles.join(folder, entry.name()) + "/" + packages + "/botocore")));
    }
}

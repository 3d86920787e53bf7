package io.rolemeter;

import static java.util.Objects.requireNonNull;

import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The jar that the build has packaged, run as its users run it: by the {@code java} of this build, as a process of its own. */
public final class PackagedJar {
    private PackagedJar() {}

    public static RunningProcess start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /** With at most so much heap, as in {@code 64m}. */
    static RunningProcess startWithin(String heap, String... arguments) throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-Xmx" + heap, "-jar", path().toString()));
        java.addAll(List.of(arguments));
        return RunningProcess.start(java);
    }

    /** The command line, for a program that runs others. */
    static List<String> command(String... arguments) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(List.of("-jar", path().toString()));
        java.addAll(List.of(arguments));
        return java;
    }

    /** With system properties of the JVM besides, and without this user's own AWS settings. */
    public static RunningProcess start(Map<String, String> properties, String... arguments) throws IOException {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        properties.forEach((name, value) -> java.add("-D" + name + "=" + value));
        java.addAll(List.of("-jar", path().toString()));
        java.addAll(List.of(arguments));
        return RunningProcess.start(java);
    }

    /**
     * The daemon on a simulated host.
     *
     * @param address of {@code --web.listen-address}
     * @param more options of {@code serve}
     */
    public static RunningProcess serve(SimulatedHost host, Path config, String address, String... more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--config", config.toString()));
        arguments.addAll(List.of("--root", host.root().toString(), "--web.listen-address", address));
        arguments.addAll(List.of(more));
        return start(host.defaultChainProperties(), arguments.toArray(String[]::new));
    }

    public static Path path() {
        Path jar = Path.of(requireNonNull(
                System.getProperty("rolemeter.jar"), "run this through `mvn verify`, which sets rolemeter.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " does not exist: run `mvn verify`, which packages it first");
        }
        return jar;
    }
}

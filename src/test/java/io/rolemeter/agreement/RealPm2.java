package io.rolemeter.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PM2 with a home of its own. It runs one application, on the default chain of the SDK for JavaScript, as {@value #FORK} in fork mode
 * and as {@value #CLUSTER}, two workers, in cluster mode. Closing it ends all that it started.
 *
 * @param home also of the shells that the commands are typed in
 * @param installed where {@code node_modules} is
 * @param environment of every shell
 * @param login a process of the home's user: no passwd entry names the home, so that only one that runs makes it known
 */
record RealPm2(Path home, Path installed, Map<String, String> environment, Process login) implements AutoCloseable {
    static final String FORK = "api";
    static final String CLUSTER = "worker";
    private static final long SECONDS = 60;
    private static final long POLL_MILLIS = 50;

    static RealPm2 in(Path home, Path installed, Map<String, String> environment) throws IOException {
        ProcessBuilder login = new ProcessBuilder("sleep", "3600");
        login.environment().put("HOME", home.toString());
        RealPm2 pm2 = new RealPm2(home, installed, environment, login.start());
        Files.createDirectories(pm2.application().resolve("reports"));
        Files.copy(installed.resolve("app.js"), pm2.application().resolve("app.js"));
        Files.createSymbolicLink(pm2.application().resolve("node_modules"), installed.resolve("node_modules"));
        return pm2;
    }

    /**
     * A process of the application.
     *
     * @param name of the application
     * @param picked in the words of {@link Choices}
     */
    record Program(long pid, String name, String picked, String identity) {}

    /** Where the application and its files are. */
    Path application() {
        return home.resolve("app");
    }

    Path dump() {
        return home.resolve(".pm2/dump.pm2");
    }

    Path backup() {
        return home.resolve(".pm2/dump.pm2.bak");
    }

    /**
     * Types a command.
     *
     * @param exported in the shell that it is typed in
     */
    void pm2(Map<String, String> exported, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("node", installed.resolve("node_modules/pm2/bin/pm2").toString()));
        command.addAll(List.of(arguments));
        Path output = home.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(application().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(environment);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PM2_DISABLE_VERSION_CHECK", "true");
        builder.environment().putAll(exported);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("pm2 " + List.of(arguments) + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts both applications, from their script. */
    void start(Map<String, String> exported) throws IOException {
        start(FORK, exported);
        start(CLUSTER, exported);
    }

    void start(String name, Map<String, String> exported) throws IOException {
        if (name.equals(CLUSTER)) {
            pm2(exported, "start", "app.js", "--name", name, "-i", "2");
        } else {
            pm2(exported, "start", "app.js", "--name", name);
        }
    }

    Optional<ProcessHandle> daemon() throws IOException {
        Path file = home.resolve(".pm2/pm2.pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    /** All that run, once each of them has said what it picked. */
    List<Program> programs() throws IOException {
        List<Program> programs = new ArrayList<>();
        for (ProcessHandle child :
                daemon().map(ProcessHandle::children).orElse(Stream.empty()).toList()) {
            String variables = variables(child.pid());
            if (variables.contains("pm_exec_path")) {
                programs.add(program(child.pid(), variables));
            }
        }
        return programs;
    }

    private Program program(long pid, String variables) throws IOException {
        Path report = application().resolve("reports/" + pid);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(report)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("an application said nothing; PM2 says: "
                        + Files.readString(home.resolve(".pm2/pm2.log"), StandardCharsets.UTF_8));
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        List<String> lines = Files.readAllLines(report);
        String identity = lines.get(1).substring("identity ".length());
        return new Program(
                pid,
                variables.contains("\0pm2_env=") ? CLUSTER : FORK,
                Choices.picked(lines.get(0).substring("key ".length()), identity),
                identity);
    }

    /** The environment of a process as the kernel shows it; empty when it has ended, and when only its parent has not noticed. */
    static String variables(long pid) throws IOException {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || "No such process".equals(e.getReason())) {
                return "";
            }
            throw e;
        }
    }

    @Override
    public void close() {
        login.destroy();
        try {
            List<ProcessHandle> started = daemon().stream()
                    .flatMap(daemon -> Stream.concat(daemon.descendants(), Stream.of(daemon)))
                    .toList();
            if (!started.isEmpty()) {
                pm2(Map.of(), "kill");
            }
            started.forEach(ProcessHandle::destroyForcibly);
            Files.deleteIfExists(application().resolve("node_modules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

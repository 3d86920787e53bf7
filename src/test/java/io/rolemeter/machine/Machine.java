package io.rolemeter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.InstalledProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A throwaway Debian machine with a systemd of its own, and a network that reaches nobody; off, and forgotten, when closed. */
final class Machine implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src", "test", "machine");
    private static final Path ROOT = Path.of(System.getProperty("machine.rootfs", "/var/tmp/rolemeter-machine/rootfs"));
    private static final List<String> EVERYTHING = List.of("-m", "-u", "-i", "-n", "-p");
    private static final Duration BUILD = Duration.ofMinutes(10);
    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration COMMAND = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Process process;
    private final Thread killer;

    private Machine(Process process) {
        this.process = process;
        killer = new Thread(() -> kill(process));
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** How a command ended, and what it printed on both streams. */
    record Answer(int exitCode, String text) {}

    /** Boots; makes the root filesystem first where there is none. Skips the test, and says why, where neither can be done. */
    static Machine boot(String name) throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        Assumptions.assumeTrue(root, "only root can boot a machine: the packages were not installed anywhere");
        InstalledProgram.require("systemd-nspawn", "boot a machine (systemd-container)");
        makeRoot();
        Path console = Files.createTempFile("machine", ".console");
        Process process = new ProcessBuilder(SCRIPTS.resolve("boot").toString(), ROOT.toString(), name)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        Machine machine = new Machine(process);
        machine.awaitBoot(console);
        return machine;
    }

    private static synchronized void makeRoot() throws IOException {
        if (!Files.isExecutable(ROOT.resolve("lib/systemd/systemd"))) {
            InstalledProgram.require("debootstrap", "make a machine's root filesystem");
            Answer made = run(List.of(SCRIPTS.resolve("rootfs").toString(), ROOT.toString()), BUILD);
            assertThat(made.exitCode()).as(made.text()).isZero();
        }
    }

    private void awaitBoot(Path console) throws IOException {
        try {
            await("test \"$(systemctl is-system-running)\" = running", BOOT);
        } catch (AssertionError e) {
            close();
            throw new AssertionError("the machine did not boot: " + Files.readString(console), e);
        } finally {
            Files.deleteIfExists(console);
        }
    }

    /** Boots it again; what it has written stays. */
    void reboot() throws IOException {
        long before = leader().orElseThrow().pid();
        ask("systemctl --no-block reboot");
        long deadline = System.nanoTime() + BOOT.toNanos();
        while (leader().map(ProcessHandle::pid).orElse(before) == before) {
            assertThat(System.nanoTime()).as("shutting down").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        await("test \"$(systemctl is-system-running)\" = running", BOOT);
    }

    /** Runs a shell script inside, as root, outside of all units; it must succeed. Gives what it printed. */
    String sh(String script) throws IOException {
        Answer answer = ask(script);
        assertThat(answer.exitCode()).as(script + "\n" + answer.text()).isZero();
        return answer.text().strip();
    }

    /** The same, however it ends. */
    Answer ask(String script) throws IOException {
        Optional<ProcessHandle> leader = leader();
        return leader.isEmpty()
                ? new Answer(-1, "the machine is off")
                : run(within(leader.get(), EVERYTHING, "/bin/sh", "-ec", script), COMMAND);
    }

    /** Returns when a shell script inside succeeds; it is tried again and again. */
    void await(String script, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        Answer answer = ask(script);
        while (answer.exitCode() != 0) {
            assertThat(System.nanoTime())
                    .as(script + " in " + limit + "\n" + answer.text())
                    .isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = ask(script);
        }
    }

    /** Copies a file in. */
    void push(Path file, String target) throws IOException {
        run(within(leader().orElseThrow(), EVERYTHING, "/bin/sh", "-c", "cat > '" + target + "'"), COMMAND, file);
    }

    /** Starts a program of this host in the machine's network; it ends with the test. */
    Process onItsNetwork(String... command) throws IOException {
        return new ProcessBuilder(within(leader().orElseThrow(), List.of("-n"), command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> within(ProcessHandle leader, List<String> namespaces, String... command) {
        List<String> line =
                new ArrayList<>(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"));
        line.addAll(List.of("nsenter", "-t", Long.toString(leader.pid())));
        line.addAll(namespaces);
        line.add("--");
        line.addAll(List.of(command));
        return line;
    }

    private static Answer run(List<String> command, Duration limit) throws IOException {
        return run(command, limit, Path.of("/dev/null"));
    }

    private static Answer run(List<String> command, Duration limit, Path input) throws IOException {
        Process run = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        Thread limiter = new Thread(() -> {
            if (!ended(run, limit)) {
                run.destroyForcibly();
            }
        });
        limiter.setDaemon(true);
        limiter.start();
        String text = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ended(run, limit);
        return new Answer(run.exitValue(), text);
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The machine's first process: the grandchild of the script, by way of nspawn. */
    private Optional<ProcessHandle> leader() {
        return process.children()
                .flatMap(ProcessHandle::children)
                .filter(child -> Stream.of("systemd", "init").anyMatch(name -> name.equals(comm(child))))
                .findFirst();
    }

    private static String comm(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm"))
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        ask("systemctl --no-block poweroff");
        if (!ended(process, BOOT)) {
            kill(process);
            ended(process, BOOT);
        }
        Runtime.getRuntime().removeShutdownHook(killer);
    }
}

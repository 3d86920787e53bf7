package io.rolemeter.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What systemd knows of this process, as sd_notify(3) has it. Java has no datagrams to unix sockets, so systemd-notify(1) sends
 * them: the unit needs {@code NotifyAccess=all}. Where {@code NOTIFY_SOCKET} is not set, nothing is said. Nothing here throws.
 */
public final class Supervision implements AutoCloseable {
    /** On systemd's own hosts. */
    public static final Path TOOL = Path.of("/usr/bin/systemd-notify");

    private static final System.Logger LOG = System.getLogger(Supervision.class.getName());
    private static final String SOCKET = "NOTIFY_SOCKET";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_SIGN = Duration.ofSeconds(1);
    private static final int SIGNS_IN_A_PERIOD = 3;

    private final Map<String, String> environment;
    private final Path tool;
    private Optional<Thread> watcher = Optional.empty();
    private boolean warned;

    /** @param environment that systemd has started this process with */
    public Supervision(Map<String, String> environment, Path tool) {
        this.environment = Map.copyOf(environment);
        this.tool = tool;
    }

    /** It does its work from now on; {@code status} is a line for people. */
    public void ready(String status) {
        tell("READY=1", "STATUS=" + status);
    }

    /** It has begun to end. */
    public void stopping() {
        tell("STOPPING=1");
    }

    /**
     * Gives a sign of life a few times in each period of the watchdog, if there is one, while {@code alive} is true. It is asked on
     * a thread of its own, and may block: that is no sign of life either.
     */
    public synchronized void watch(BooleanSupplier alive) {
        Optional<Duration> period = watchdog();
        if (period.isEmpty() || watcher.isPresent()) {
            return;
        }
        Thread thread = new Thread(() -> signs(period.get().dividedBy(SIGNS_IN_A_PERIOD), alive), "rolemeter-watchdog");
        thread.setDaemon(true);
        watcher = Optional.of(thread);
        thread.start();
    }

    /** How long systemd waits for a sign of life before it kills; empty when it does not. */
    Optional<Duration> watchdog() {
        try {
            return Optional.ofNullable(environment.get("WATCHDOG_USEC"))
                    .map(Long::parseLong)
                    .filter(micros -> micros > 0)
                    .map(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void signs(Duration pause, BooleanSupplier alive) {
        try {
            while (true) {
                if (alive.getAsBoolean()) {
                    tell("WATCHDOG=1");
                }
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException e) {
            // Closed: the thread ends here.
        }
    }

    private void tell(String... variables) {
        if (environment.getOrDefault(SOCKET, "").isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(variables));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(SOCKET, environment.getOrDefault(SOCKET, ""));
        try {
            await(builder.start());
        } catch (IOException e) {
            warn("cannot be run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                warn("does not end");
            } else if (process.exitValue() != 0) {
                warn("ended with exit code " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private synchronized void warn(String problem) {
        if (!warned) {
            warned = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    tool + " " + problem + ", so systemd cannot be told how this is: it will wait for it in vain");
        }
    }

    /** Ends the signs of life, and waits a moment for one that is under way. */
    @Override
    public void close() {
        Optional<Thread> watching;
        synchronized (this) {
            watching = watcher;
        }
        watching.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join(LAST_SIGN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

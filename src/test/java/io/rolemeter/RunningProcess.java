package io.rolemeter;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that a test has started. Whatever it prints, on either stream, is kept for the test's message; closing it ends
 * it and everything that it started, and deletes what it printed.
 */
public final class RunningProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> command;
    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private RunningProcess(List<String> command, Process process, Path stdout, Path stderr) {
        this.command = command;
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    public static RunningProcess start(List<String> command) throws IOException {
        Path stdout = Files.createTempFile("running-process", ".out");
        Path stderr = Files.createTempFile("running-process", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new RunningProcess(List.copyOf(command), process, stdout, stderr);
    }

    /** A loopback port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns once {@code url} answers 200; fails with what the program printed when it ends or takes longer. */
    public void awaitOk(URI url, Duration limit) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        String last = "no answer yet";
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
                if (status == 200) {
                    return;
                }
                last = "status " + status;
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (IOException e) {
                last = e.toString();
            }
            if (exitedWithin(POLL)) {
                throw new AssertionError("ended with exit code " + process.exitValue() + " before " + url
                        + " answered 200: " + description());
            }
        }
        throw new AssertionError(url + " did not answer 200 in " + limit + " (" + last + "): " + description());
    }

    /** The body of a 200 answer. */
    public static String get(URI url) throws IOException {
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(url + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The exit code of a program that ends by itself. */
    public int awaitExit(Duration limit) throws IOException {
        if (!exitedWithin(limit)) {
            throw new AssertionError("still runs after " + limit + ": " + description());
        }
        return process.exitValue();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public String stdout() throws IOException {
        return Files.readString(stdout);
    }

    public String stderr() throws IOException {
        return Files.readString(stderr);
    }

    /** The command and what it printed so far, for a test's message. */
    public String description() throws IOException {
        return String.join(" ", command) + "\n--- stdout\n" + stdout() + "\n--- stderr\n" + stderr();
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!exitedWithin(PATIENCE)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(stdout);
        Files.deleteIfExists(stderr);
    }

    private boolean exitedWithin(Duration limit) throws IOException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException translated = new InterruptedIOException("interrupted while waiting for a program");
        translated.initCause(cause);
        return translated;
    }
}

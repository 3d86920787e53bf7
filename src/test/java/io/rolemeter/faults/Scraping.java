package io.rolemeter.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Scrapes some ports in turn, all the time, and measures how long an answer takes; 200 it must be. */
final class Scraping implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(4);
    private static final int PATIENCE_MILLIS = 10_000;

    private final List<Integer> ports;
    private final List<Duration> took = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "scraping");
    private volatile boolean closed;

    private Scraping(List<Integer> ports) {
        this.ports = ports;
    }

    static Scraping of(List<Integer> ports) {
        Scraping scraping = new Scraping(ports);
        scraping.thread.setDaemon(true);
        scraping.thread.start();
        return scraping;
    }

    private void run() {
        while (!closed) {
            for (int port : ports) {
                scrape(port);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void scrape(int port) {
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 200 ") || !answer.contains("rolemeter_status{")) {
                failures.add(answer.lines().findFirst().orElse("no answer"));
            }
        } catch (IOException e) {
            failures.add(e.toString());
        }
        took.add(Duration.ofNanos(System.nanoTime() - start));
    }

    /** From the quickest to the slowest. */
    List<Duration> took() {
        return took.stream().sorted().toList();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}

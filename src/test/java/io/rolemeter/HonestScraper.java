package io.rolemeter;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Scrapes every 250 ms over a new connection each time, as somebody does who must not notice an attack. */
final class HonestScraper implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServedHost served;
    private final String authorization;
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread = new Thread(this::scrape, "honest");
    private volatile boolean enough;

    private HonestScraper(ServedHost served, String authorization) {
        this.served = served;
        this.authorization = authorization;
    }

    /** @param authorization the value of that header; empty for none */
    static HonestScraper start(ServedHost served, String authorization) {
        HonestScraper scraper = new HonestScraper(served, authorization);
        scraper.thread.start();
        return scraper;
    }

    /** Whether anything at all answers. */
    static boolean canReach(ServedHost served) {
        try {
            return new HonestScraper(served, "").once().startsWith("HTTP/1.1 ");
        } catch (IOException e) {
            return false;
        }
    }

    /** 1, unless more threads want a processor than there are: then what is promised takes longer, and this is at most 3. */
    static double slowness() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return Math.min(3, Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors()));
    }

    private void scrape() {
        while (!enough) {
            long start = System.nanoTime();
            try {
                String answer = once();
                if (!answer.startsWith("HTTP/1.1 200 ") || !answer.endsWith("\n")) {
                    failures.add(answer.lines().findFirst().orElse("nothing"));
                }
            } catch (IOException e) {
                failures.add(e.toString());
            }
            long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
            millis.add(took);
            LockSupport.parkNanos(EVERY.minusMillis(took).toNanos());
        }
    }

    private String once() throws IOException {
        try (Socket socket = AttackingSockets.connect(served)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String credentials = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
            socket.getOutputStream()
                    .write(("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + credentials + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What counts begins now. */
    void forget() {
        millis.clear();
        failures.clear();
    }

    int scrapes() {
        return millis.size();
    }

    long slowestMillis() {
        return Collections.max(millis);
    }

    /** What was answered instead of 200. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        enough = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.rolemeter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.Agent;
import io.rolemeter.aws.OwnSettings;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each target × each fault × when: the agent starts with it, is mended, meets it while it runs, is mended again. Whatever is
 * wrong, metrics are answered, the right finding stands, and goes when its cause does.
 */
class FaultMatrixIT {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Two seconds with their jitter. */
    private static final Duration INTERVAL = Duration.ofMillis(2_100);

    /** What a question takes on a loaded machine. */
    private static final Duration NOISE = Duration.ofSeconds(3);

    private static final Duration SCRAPE = Duration.ofMillis(100);

    /** The threads of connections end when they had nothing to do for half a minute. */
    private static final Duration IDLE = Duration.ofSeconds(45);

    private final List<String> wrong = new ArrayList<>();
    private final List<Duration> scrapes = new ArrayList<>();

    /** Of a server beside those, with which nothing is wrong: what the machine itself costs. */
    private final List<Duration> control = new ArrayList<>();

    private final Map<String, Map<Target, String>> seen = new LinkedHashMap<>();
    private int cells;

    @Test
    void someFaults() throws IOException {
        run(6, 6);
        assertThat(cells).isGreaterThanOrEqualTo(30);
    }

    @Test
    @Tag("endurance")
    void everyFault() throws IOException {
        run(Integer.MAX_VALUE, 6);
        assertThat(cells).isGreaterThanOrEqualTo(250);
    }

    private void run(int most, int atOnce) throws IOException {
        try (SimulatedHost host = Hosts.start("full-smoke");
                OwnSettings settings = new OwnSettings(host.defaultChainProperties());
                ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(settings).isNotNull();
            List<Fault> faults = Fault.all("http://127.0.0.1:" + elsewhere.getLocalPort() + "/latest/").stream()
                    .limit(most)
                    .toList();
            together(host, List.of(Fault.NONE));
            wrong.clear();
            awaitIdle(new OwnResources(Integer.MAX_VALUE, Long.MAX_VALUE));
            OwnResources before = OwnResources.now();
            long start = System.nanoTime();
            cells = 0;
            for (int from = 0; from < faults.size(); from += atOnce) {
                together(host, faults.subList(from, Math.min(faults.size(), from + atOnce)));
            }
            boolean idle = awaitIdle(before);
            print(before, Duration.ofNanos(System.nanoTime() - start));
            assertThat(wrong).isEmpty();
            assertThat(idle).as("threads and sockets end: " + before).isTrue();
            elsewhere.setSoTimeout(1);
            assertThatThrownBy(elsewhere::accept)
                    .as("nobody follows a redirect")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private void together(SimulatedHost host, List<Fault> faults) throws IOException {
        List<Watched> agents = new ArrayList<>();
        try {
            for (Fault fault : faults) {
                agents.add(new Watched(host, List.of(Target.IMDS), fault));
                agents.add(new Watched(host, List.of(Target.STS, Target.S3, Target.AWS, Target.HTTP), fault));
            }
            WebServer idle = WebServer.open(
                    "127.0.0.1",
                    0,
                    new Door(Protection.NONE),
                    new Metrics(BuildInfo.current(), Agent.nothingSeen(Clock.systemUTC())),
                    Agent.nothingSeen(Clock.systemUTC()));
            Scraping beside = Scraping.of(List.of(idle.address().getPort()));
            Scraping scraping = Scraping.of(agents.stream().map(Watched::port).toList());
            try (idle;
                    beside;
                    scraping) {
                for (Watched agent : agents) {
                    agent.begin(true);
                }
                appear("start", agents);
                change(agents, false);
                clear(agents);
                change(agents, true);
                appear("middle", agents);
                change(agents, false);
                clear(agents);
            }
            scrapes.addAll(scraping.took());
            control.addAll(beside.took());
            wrong.addAll(scraping.failures());
        } finally {
            for (Watched agent : agents) {
                agent.close();
            }
        }
    }

    private static void change(List<Watched> agents, boolean faulty) throws IOException {
        for (Watched agent : agents) {
            agent.change(faulty);
        }
    }

    private void appear(String when, List<Watched> agents) {
        long start = System.nanoTime();
        for (Watched agent : agents) {
            for (Target target : agent.targets()) {
                cells++;
                List<String> expected = Expected.of(target, agent.fault());
                boolean met = expected.isEmpty()
                        ? await(start, Duration.ofSeconds(3), () -> false)
                                || agent.state(target).isEmpty()
                        : await(start, patience(agent, target), () -> expected.contains(agent.state(target)));
                seen.computeIfAbsent(agent.fault().name(), name -> new EnumMap<>(Target.class))
                        .merge(target, agent.state(target), (one, two) -> one.equals(two) ? one : one + " | " + two);
                if (!met) {
                    wrong.add(when + " " + agent.fault().name() + " " + target.label() + ": expected " + expected
                            + ", is \"" + agent.state(target) + "\"");
                }
            }
        }
    }

    private void clear(List<Watched> agents) {
        long start = System.nanoTime();
        for (Watched agent : agents) {
            for (Target target : agent.targets()) {
                cells++;
                Duration limit = INTERVAL.plus(NOISE).plus(agent.fault().hangs() ? questions(target) : Duration.ZERO);
                if (!await(start, limit, () -> agent.well(target))) {
                    wrong.add("recovering " + agent.fault().name() + " " + target.label() + ": after " + limit
                            + " still \"" + agent.state(target) + "\"");
                }
            }
        }
    }

    /** How long the questions take that are under way when nobody answers. */
    private static Duration questions(Target target) {
        return switch (target) {
            case IMDS -> Duration.ofSeconds(8);
            case STS -> Duration.ofSeconds(20);
            default -> Duration.ofSeconds(4);
        };
    }

    private static Duration patience(Watched agent, Target target) {
        return INTERVAL.plus(Duration.ofSeconds(8))
                .plus(agent.fault().hangs() ? questions(target).multipliedBy(2) : Duration.ZERO);
    }

    private static boolean await(long start, Duration limit, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static boolean awaitIdle(OwnResources before) throws IOException {
        long end = System.nanoTime() + IDLE.toNanos();
        OwnResources now = OwnResources.now();
        while (!now.within(before) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            now = OwnResources.now();
        }
        return now.within(before);
    }

    private void print(OwnResources before, Duration took) throws IOException {
        List<Duration> sorted = scrapes.stream().sorted().toList();
        System.out.println("fault matrix: " + cells + " cells in " + took.toSeconds() + " s, " + sorted.size()
                + " scrapes: median " + at(sorted, 0.5) + ", p99 " + at(sorted, 0.99) + ", p99.9 " + at(sorted, 0.999)
                + ", longest " + at(sorted, 1) + "; before " + before + ", after " + OwnResources.now());
        seen.forEach((fault, states) -> System.out.println(fault + " | "
                + String.join(
                        " | ",
                        Stream.of(Target.values())
                                .map(target -> states.get(target))
                                .toList())));
        wrong.forEach(System.out::println);
        Duration noise = part(control.stream().sorted().toList(), 0.99);
        System.out.println("a server beside them, with which nothing is wrong: p99 " + noise.toMillis() + " ms");
        assertThat(part(sorted, 0.99)).isLessThan(SCRAPE.plus(noise.multipliedBy(2)));
    }

    private static String at(List<Duration> sorted, double part) {
        return part(sorted, part).toMillis() + " ms";
    }

    private static Duration part(List<Duration> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
    }
}

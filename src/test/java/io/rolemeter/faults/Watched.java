package io.rolemeter.faults;

import io.rolemeter.Agent;
import io.rolemeter.Configured;
import io.rolemeter.Surroundings;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agent that asks through doors, every other second, and what it says of each target. */
final class Watched implements AutoCloseable {
    private final SimulatedHost host;
    private final Map<Target, FaultyDoor> doors = new EnumMap<>(Target.class);
    private final Fault fault;
    private final AtomicReference<Diagnosis> published = new AtomicReference<>(Agent.nothingSeen(Clock.systemUTC()));
    private final Agent agent;
    private final WebServer web;

    /** @param targets that go wrong, all at the same time; what is not among them is asked directly */
    Watched(SimulatedHost host, List<Target> targets, Fault fault) throws IOException {
        this.host = host;
        this.fault = fault;
        for (Target target : targets) {
            doors.put(target, new FaultyDoor(target, upstream(target)));
        }
        Metrics metrics = new Metrics(BuildInfo.current(), Agent.nothingSeen(Clock.systemUTC()));
        web = WebServer.open("127.0.0.1", 0, new Door(Protection.NONE), metrics, Agent.nothingSeen(Clock.systemUTC()));
        agent = new Agent(
                new Surroundings(host.root(), Clock.systemUTC(), metrics), List.of(published::set, metrics, web));
    }

    List<Target> targets() {
        return List.copyOf(doors.keySet());
    }

    Fault fault() {
        return fault;
    }

    int port() {
        return web.address().getPort();
    }

    /** What is wrong with TLS or a name is mended in the configuration, everything else where it is. */
    void begin(boolean faulty) throws IOException {
        toggle(faulty);
        agent.run(configured(faulty));
    }

    void change(boolean faulty) throws IOException {
        toggle(faulty);
        if (fault.manner() == Manner.NO_TLS || fault.manner() == Manner.NO_NAME) {
            agent.run(configured(faulty));
        }
    }

    private void toggle(boolean faulty) throws IOException {
        for (FaultyDoor door : doors.values()) {
            door.become(faulty ? fault : Fault.NONE);
        }
    }

    /** What stands about a target, as one text: codes and subjects of findings, and the reason; empty when all is well. */
    String state(Target target) {
        Diagnosis now = Objects.requireNonNull(published.get());
        String findings = now.findings().stream()
                .filter(finding -> about(target, finding))
                .map(finding -> finding.code().label())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return (findings + " " + reason(target, now)).strip();
    }

    /** Whether a target was asked, and all is well; user data comes from the metadata service too. */
    boolean well(Target target) {
        Diagnosis now = Objects.requireNonNull(published.get());
        boolean asked = switch (target) {
            case IMDS -> now.facts().role().isPresent();
            case STS -> now.facts().callers().isPresent();
            default -> probe(target, now).flatMap(ProbeState::last).isPresent();
        };
        boolean blind = target == Target.IMDS
                && now.findings().stream().anyMatch(finding -> finding.code() == FindingCode.BLIND);
        return asked && !blind && state(target).isEmpty();
    }

    private static boolean about(Target target, Finding finding) {
        return switch (target) {
            case IMDS ->
                Stream.of("caller:", "collector:", "keys:").noneMatch(finding.subject()::startsWith)
                        && !finding.code().label().startsWith("probe_")
                        && !finding.subject().equals("clock");
            case STS ->
                finding.subject().startsWith("caller:instance")
                        || finding.subject().equals("clock");
            default -> finding.subject().equals(target.label());
        };
    }

    private static String reason(Target target, Diagnosis now) {
        return switch (target) {
            case IMDS ->
                now.facts()
                        .role()
                        .flatMap(role -> role.imds().failure())
                        .map(failure -> failure.label())
                        .orElse("");
            case STS ->
                now.facts()
                        .callers()
                        .flatMap(fact -> Optional.ofNullable(fact.answers().get(CallerSubject.INSTANCE_ROLE)))
                        .flatMap(CallerAnswer::failure)
                        .map(failure -> failure.reason().label())
                        .orElse("");
            default ->
                probe(target, now)
                        .flatMap(ProbeState::last)
                        .flatMap(ProbeRun::reason)
                        .map(failure -> failure.label())
                        .orElse("");
        };
    }

    private static Optional<ProbeState> probe(Target target, Diagnosis now) {
        return now.facts().probes().stream()
                .flatMap(fact -> fact.probes().stream())
                .filter(probe -> probe.name().equals(target.label()))
                .findFirst();
    }

    private URI upstream(Target target) {
        return switch (target) {
            case IMDS -> host.metadataEndpoint();
            case STS -> host.stsEndpoint();
            case S3 -> host.s3Endpoint();
            case AWS -> host.gateway();
            case HTTP -> application(host);
        };
    }

    private static URI application(SimulatedHost host) {
        String text = host.configuration();
        int from = text.indexOf("http://127", text.indexOf("daily-summary"));
        return URI.create(text.substring(from, text.indexOf("/summary", from)));
    }

    private String address(Target target, boolean faulty) {
        FaultyDoor door = doors.get(target);
        if (door == null) {
            return upstream(target).toString();
        }
        Manner manner = faulty ? fault.manner() : Manner.PASS;
        return switch (manner) {
            case NO_TLS -> (target == Target.IMDS ? "http" : "https") + "://127.0.0.1:" + door.port();
            case NO_NAME -> "http://nobody.invalid:" + door.port();
            default -> "http://127.0.0.1:" + door.port();
        };
    }

    private Configured configured(boolean faulty) {
        boolean imds = doors.containsKey(Target.IMDS);
        return Configured.read(
                """
                imds: { endpoint: "%s", interval: IMDS }
                caller: { interval: REST }
                keys: { interval: IMDS }
                aws: { endpoints: { sts: "%s", s3: "%s", kinesisvideo: "%s" } }
                probes:
                - { name: s3, interval: REST, timeout: 2s, s3-get: { bucket: source, key: health.txt } }
                - name: aws
                  interval: REST
                  timeout: 2s
                  aws-api:
                    { service: kinesisvideo, path: /describeStream, method: POST, body: { StreamName: camera-1 }, json: { /StreamInfo/Status: ACTIVE } }
                - { name: http, interval: REST, timeout: 2s, http: { url: "%s/summary?dryRun=1", json: { /ok: true } } }
                """.formatted(
                                address(Target.IMDS, faulty),
                                address(Target.STS, faulty),
                                address(Target.S3, faulty),
                                address(Target.AWS, faulty),
                                address(Target.HTTP, faulty))
                        .replace("IMDS", imds ? "2s" : "1h")
                        .replace("REST", imds ? "1h" : "2s"),
                "the test's configuration");
    }

    @Override
    public void close() throws IOException {
        agent.close();
        web.close();
        for (FaultyDoor door : doors.values()) {
            door.close();
        }
    }
}

package io.rolemeter.publish;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A host as large as a host gets: all places, 20 workloads, 20 probes. */
public final class Fleet {
    private static final int MANY = 20;
    private static final Map<Place, Set<Exposure>> FEW = Map.of(
            Place.PROCESS_ENVIRONMENT, Set.of(Exposure.LIVE),
            Place.DOTENV, Set.of(Exposure.LIVE, Exposure.COMMENTED),
            Place.PM2, Set.of(Exposure.LIVE, Exposure.BACKUP));

    private Fleet() {}

    /**
     * The host.
     *
     * @param ordinary keys in a few places, and a few probes that fail; else keys of each exposure in every place, all
     *     unreadable, and every probe fails
     */
    public static Diagnosis largeHost(boolean ordinary) {
        Diagnosis shadowed = Hosts.shadowed();
        Facts facts = shadowed.facts();
        for (CollectorName collector : CollectorName.values()) {
            facts = facts.with(new CollectorRun(
                    collector, true, Duration.ofMillis(9), Optional.of(Hosts.NOW), Duration.ofSeconds(60)));
        }
        facts = keys(ordinary).addTo(facts);
        facts = workloads(ordinary).addTo(facts);
        facts = probes(ordinary).addTo(facts);
        return new Diagnosis(shadowed.at(), facts, shadowed.findings(), shadowed.status(), shadowed.migration());
    }

    private static KeysFact keys(boolean ordinary) {
        List<PlaceScan> scans = new ArrayList<>();
        List<FoundKey> keys = new ArrayList<>();
        for (Place place : Place.values()) {
            boolean blind = !ordinary || place == Place.CRON;
            scans.add(new PlaceScan(place, 5, blind ? 1 : 0, List.of(), Optional.of(Hosts.NOW)));
            for (Exposure exposure : Exposure.values()) {
                if (!ordinary || FEW.getOrDefault(place, Set.of()).contains(exposure)) {
                    keys.add(key(place, exposure));
                }
            }
        }
        return new KeysFact(Hosts.NOW, scans, keys);
    }

    private static FoundKey key(Place place, Exposure exposure) {
        Location location = new Location(
                "/srv/" + place.label(), Optional.of(1), Optional.empty(), Optional.of("deploy"), Optional.of("0644"));
        return new FoundKey(place, location, Hosts.STATIC_KEY, exposure, true, Optional.empty(), Optional.empty());
    }

    private static WorkloadsFact workloads(boolean ordinary) {
        List<Workload> workloads = new ArrayList<>();
        Map<String, Long> restarts = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            CredentialSource[] sources = CredentialSource.values();
            CredentialSource source = sources[i % (ordinary ? 4 : sources.length)];
            workloads.add(new Workload(
                    "pm2:app-" + i,
                    "deploy",
                    List.of(800 + i),
                    Sdk.JAVASCRIPT_V3,
                    new ChosenCredential(source, Optional.empty(), Optional.empty(), List.of()),
                    Optional.empty(),
                    List.of()));
            restarts.put("pm2:app-" + i, (long) i);
        }
        return new WorkloadsFact(Hosts.NOW, workloads, restarts, List.of());
    }

    private static ProbesFact probes(boolean ordinary) {
        List<ProbeState> probes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            boolean fails = !ordinary || i % 10 == 0;
            ProbeRun run = new ProbeRun(
                    fails ? ProbeRun.Outcome.FAILED : i == 1 ? ProbeRun.Outcome.SKIPPED : ProbeRun.Outcome.PASSED,
                    fails ? Optional.of(FailureReason.DENIED) : Optional.empty(),
                    "AWS said so",
                    Duration.ofMillis(30),
                    Hosts.NOW);
            probes.add(ProbeState.waiting("probe-" + i, "s3-get", Expectation.ALLOWED)
                    .after(run));
        }
        return new ProbesFact(Hosts.NOW, probes);
    }
}

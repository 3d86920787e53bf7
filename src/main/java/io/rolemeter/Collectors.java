package io.rolemeter;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsClients;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.Collector;
import io.rolemeter.collect.caller.CallerCollector;
import io.rolemeter.collect.caller.ChainQuestion;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.KeysCollector;
import io.rolemeter.collect.logs.LogMemory;
import io.rolemeter.collect.logs.LogsCollector;
import io.rolemeter.collect.probe.ProbeCollector;
import io.rolemeter.collect.probe.ProbeMemory;
import io.rolemeter.collect.role.RoleCollector;
import io.rolemeter.collect.role.RoleMemory;
import io.rolemeter.collect.workload.WorkloadCollector;
import io.rolemeter.config.Settings;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.model.Facts;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.RoleFact;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The collectors of one configuration, wired to each other.
 *
 * @param probed has permits when the probes have results that they did not have when they were looked at
 */
record Collectors(Collector role, OfHost host, Collector caller, Collector probe, Semaphore probed) {
    /** Where keys, workloads and logs come from. */
    sealed interface OfHost {}

    /** This process looks for itself. {@code keys} and {@code logs} need none of the others' facts. */
    record Looking(Collector keys, Collector workload, Collector logs) implements OfHost {}

    /** Another process looks, and this one takes what it tells. */
    record Told(HandedOver facts, Supplier<InstanceRole> role) implements OfHost {}

    /**
     * What the collectors of one configuration leave to those of the next.
     *
     * @param logs how far they were read
     */
    record Kept(LogMemory logs, ChainQuestion chain, RoleMemory role, ProbeMemory probes) {
        Kept() {
            this(
                    new LogMemory(),
                    new ChainQuestion(),
                    new RoleMemory(Optional.empty()),
                    new ProbeMemory(Settings.defaults().aws()));
        }

        /** The same for a configuration with these settings. */
        Kept under(Settings settings) {
            return new Kept(logs, chain, role.at(settings.imds().endpoint()), probes.at(settings.aws()));
        }
    }

    /**
     * @param kept by the collectors before these
     * @param probed gets a permit for each result of a probe that came too late for its look; empty: a look waits for all
     * @param known the newest facts: the caller and the probes ask AWS in the region that the role collector has seen
     */
    static Collectors of(
            Configured configured,
            Surroundings surroundings,
            Kept kept,
            Supplier<Facts> known,
            Optional<Semaphore> probed) {
        Settings settings = configured.settings();
        ImdsClient imds = new ImdsClient(settings.imds().endpoint(), surroundings.telemetry());
        AwsClients clients = new AwsClients(settings.aws().endpoints(), surroundings.telemetry(), surroundings.clock());
        AwsAccess aws = new AwsAccess(
                clients,
                kept.role().credentials(),
                () -> settings.aws()
                        .region()
                        .or(() -> known.get().role().flatMap(RoleFact::identity).map(InstanceIdentity::region)));
        OfHost host = surroundings
                .scanned()
                .<OfHost>map(file -> told(file, settings, surroundings, known))
                .orElseGet(() -> looking(settings, surroundings, kept.logs(), known));
        return new Collectors(
                new RoleCollector(imds, settings.imds(), kept.role(), surroundings.clock()),
                host,
                new CallerCollector(aws, settings.caller(), kept.chain(), surroundings.clock()),
                new ProbeCollector(
                        configured.probes(),
                        kept.probes(),
                        aws,
                        new ProbeCollector.Manner(surroundings.progress(), probed.map(late -> late::release)),
                        surroundings.clock()),
                probed.orElseGet(() -> new Semaphore(0)));
    }

    private static Looking looking(
            Settings settings, Surroundings surroundings, LogMemory logs, Supplier<Facts> known) {
        Supplier<Host> hosts = () -> new Host(surroundings.root());
        return new Looking(
                new KeysCollector(
                        hosts,
                        settings.keys(),
                        surroundings.clock(),
                        Optional.of(new ImdsClient(settings.imds().endpoint(), surroundings.telemetry()))),
                new WorkloadCollector(
                        hosts, settings.keys().interval(), () -> roleOf(known.get()), surroundings.clock()),
                new LogsCollector(
                        hosts,
                        new LogsCollector.Watching(
                                settings.logs(), settings.keys().interval()),
                        logs,
                        surroundings.clock()));
    }

    private static Told told(FactsFile file, Settings settings, Surroundings surroundings, Supplier<Facts> known) {
        Collector userData = KeysCollector.ofUserData(
                settings.keys(),
                surroundings.clock(),
                new ImdsClient(settings.imds().endpoint(), surroundings.telemetry()));
        return new Told(new HandedOver(file, surroundings.clock(), userData), () -> roleOf(known.get()));
    }

    /** Those that this process runs itself, in an order in which each finds what it needs from the ones before. */
    List<Collector> inOrder() {
        return host instanceof Looking looking
                ? List.of(role, looking.keys(), looking.workload(), looking.logs(), caller, probe)
                : List.of(role, caller, probe);
    }

    private static InstanceRole roleOf(Facts facts) {
        return facts.role()
                .map(role -> switch (role.state()) {
                    case ATTACHED -> InstanceRole.ATTACHED;
                    case IMDS_UNREACHABLE, UNKNOWN -> InstanceRole.UNKNOWN;
                    default -> role.session().isPresent() ? InstanceRole.ATTACHED : InstanceRole.ABSENT;
                })
                .orElse(InstanceRole.UNKNOWN);
    }
}

package io.rolemeter.collect;

import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.AwsClients;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.aws.OwnSettings;
import io.rolemeter.collect.role.RoleCollector;
import io.rolemeter.collect.role.RoleMemory;
import io.rolemeter.config.Settings;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A simulated host and the way of a collector to it, with this JVM's default chain living on it. */
public final class SimulatedAccess implements AutoCloseable {
    private final SimulatedHost host;
    private final OwnSettings settings;
    private final RoleMemory memory = new RoleMemory(Optional.empty());
    private final AtomicInteger imdsRequests = new AtomicInteger();
    private final AtomicInteger awsRequests = new AtomicInteger();
    private final RoleCollector role;
    private final AwsAccess access;

    private SimulatedAccess(SimulatedHost host, Clock clock) {
        this.host = host;
        this.settings = new OwnSettings(host.defaultChainProperties());
        Telemetry counting = counting();
        this.role = new RoleCollector(
                new ImdsClient(Optional.of(host.metadataEndpoint()), counting),
                new Settings.Imds(Optional.empty(), Duration.ofSeconds(15), false),
                memory,
                clock);
        AwsClients clients =
                new AwsClients(Map.of("sts", host.stsEndpoint(), "s3", host.s3Endpoint()), counting, clock);
        this.access = new AwsAccess(clients, memory.credentials(), Optional::empty);
    }

    private Telemetry counting() {
        return new Telemetry() {
            @Override
            public void imdsRequest(Duration took, Optional<ImdsFailure> failure) {
                imdsRequests.incrementAndGet();
            }

            @Override
            public void awsRequest(String service) {
                awsRequests.incrementAndGet();
            }
        };
    }

    /** Requests to the metadata service so far. */
    public int imdsRequests() {
        return imdsRequests.get();
    }

    /** Requests to AWS so far. */
    public int awsRequests() {
        return awsRequests.get();
    }

    public static SimulatedAccess to(String scenario, Clock clock) {
        return to(scenario, clock, clock);
    }

    /** Lets the host and its AWS have another clock than the collectors. */
    public static SimulatedAccess to(String scenario, Clock ofHost, Clock ofCollectors) {
        return new SimulatedAccess(Hosts.start(scenario, ofHost), ofCollectors);
    }

    public SimulatedHost host() {
        return host;
    }

    /** Brings the role's credentials into {@link #access} when it collects. */
    public RoleCollector role() {
        return role;
    }

    public AwsAccess access() {
        return access;
    }

    @Override
    public void close() {
        settings.close();
        host.close();
    }
}

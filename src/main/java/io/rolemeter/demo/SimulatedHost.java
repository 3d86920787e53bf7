package io.rolemeter.demo;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.files.FileTree;
import io.rolemeter.demo.files.HostFiles;
import io.rolemeter.demo.http.Ports;
import io.rolemeter.demo.http.Service;
import io.rolemeter.demo.services.BusyStorage;
import io.rolemeter.demo.services.DailySummary;
import io.rolemeter.demo.services.Gateway;
import io.rolemeter.demo.services.Instance;
import io.rolemeter.demo.services.MetadataAccess;
import io.rolemeter.demo.services.MetadataService;
import io.rolemeter.demo.services.SecurityTokenService;
import io.rolemeter.demo.services.SimpleStorageService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * One simulated EC2 host: metadata service, STS, S3 and other services on loopback ports, and a file tree with users, PM2 and a /proc.
 *
 * <p>Every identity, key and secret is made up. The services verify signatures, expiry and rights as AWS does, so a
 * client needs nothing but their endpoints. All threads are daemons; nothing is logged.
 */
public final class SimulatedHost implements AutoCloseable {

    private final FileTree tree;
    private final Ports ports;
    private final Ports awsPorts;
    private final Clock clock;
    private final Instant born;
    private final Configuration.Endpoints endpoints;
    private final Smoke smoke;
    private volatile Services services;

    /** What answers at the ports of a scenario. */
    private record Services(Service metadata, Service sts, Service s3, Service others) {}

    private SimulatedHost(Scenario scenario, Clock clock) throws IOException {
        this.clock = clock;
        born = clock.instant();
        smoke = scenario.smoke();
        tree = new FileTree();
        Clock aws = Clock.offset(clock, scenario.cloud().ahead());
        ports = new Ports(clock);
        awsPorts = new Ports(aws);
        try {
            services = set(scenario);
            endpoints = listen(scenario);
        } catch (IOException | RuntimeException e) {
            end();
            throw e;
        }
    }

    /**
     * Turns this host into another one, behind the same ports and in the same folder, from the clock's present on: a step of a
     * migration. A role that is renewed keeps its rhythm. Whether anybody listens at the ports, AWS's time and the smoke tests stay what they were.
     *
     * @throws UncheckedIOException if the temporary directory cannot be written
     */
    public void become(Scenario other) {
        try {
            tree.clear();
            services = set(other);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot change the simulated host to " + other.name(), e);
        }
    }

    private Services set(Scenario scenario) throws IOException {
        Instant now = clock.instant();
        Instance instance = scenario.instance();
        Instant start = instance.rotation().renewal().isPresent() ? born : now;
        HostFiles.write(tree, scenario.key(), now);
        EarlierRun.write(tree, instance.rotation(), start);
        Clock aws = Clock.offset(clock, scenario.cloud().ahead());
        Identities identities = new Identities(
                aws,
                scenario.key().state(),
                scenario.cloud().rights(),
                scenario.cloud().lenient());
        return new Services(
                new MetadataService(instance, identities, clock, start),
                new SecurityTokenService(identities, aws),
                scenario.cloud().throttling() ? new BusyStorage() : new SimpleStorageService(identities, aws),
                new Gateway(identities, aws));
    }

    private Configuration.Endpoints listen(Scenario scenario) throws IOException {
        return new Configuration.Endpoints(
                scenario.instance().metadata() == MetadataAccess.UNREACHABLE
                        ? ports.refuse()
                        : ports.serve("metadata", request -> services.metadata().answer(request)),
                awsPorts.serve("sts", request -> services.sts().answer(request)),
                awsPorts.serve("s3", request -> services.s3().answer(request)),
                awsPorts.serve("aws", request -> services.others().answer(request)),
                ports.serve("application", new DailySummary()));
    }

    /**
     * Starts the host; its sessions are counted from the clock's present.
     *
     * @param clock decides what has expired, and is sent as {@code Date}; it may move while the host lives
     * @throws UncheckedIOException if no port can be opened on loopback, or the temporary directory cannot be written
     */
    public static SimulatedHost start(Scenario scenario, Clock clock) {
        try {
            return new SimulatedHost(scenario, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the simulated host " + scenario.name(), e);
        }
    }

    /** Where the metadata service is, without a path; where it is down, a port that refuses every connection. */
    public URI metadataEndpoint() {
        return endpoints.metadata();
    }

    /** Where STS is; it answers GetCallerIdentity and AssumeRole in the query protocol. */
    public URI stsEndpoint() {
        return endpoints.sts();
    }

    /** Where S3 is; it answers HEAD, GET and PUT of objects, with path-style addresses. */
    public URI s3Endpoint() {
        return endpoints.s3();
    }

    /** Where EC2, Kinesis Video Streams, Bedrock, IAM, Access Analyzer and SNS are: each knows what is signed for it. */
    public URI gateway() {
        return endpoints.others();
    }

    /**
     * The host's file root: an absolute path to a temporary directory that {@link #close} deletes.
     *
     * <p>Symbolic links within hold paths as the host sees them: resolve them beneath this root.
     */
    public Path root() {
        return tree.root();
    }

    /**
     * System properties that make the default chain of the AWS SDK for Java live on this host, as its user root.
     *
     * <p>Environment variables of the process that hold keys (AWS_ACCESS_KEY_ID …) still come before all of these.
     */
    public Map<String, String> defaultChainProperties() {
        return Map.of(
                "aws.ec2MetadataServiceEndpoint",
                metadataEndpoint().toString(),
                "aws.disableEc2Metadata",
                "false",
                "aws.sharedCredentialsFile",
                tree.at("/root/.aws/credentials").toString(),
                "aws.configFile",
                tree.at("/root/.aws/config").toString(),
                "aws.profile",
                "default",
                "aws.region",
                Account.REGION);
    }

    /** The state directory of the agent: it is there where the scenario says that the agent ran before. */
    public Path state() {
        return tree.at(EarlierRun.STATE);
    }

    /** A configuration file of the agent for this host, in YAML: endpoints, the expected caller, and the scenario's probes. */
    public String configuration() {
        return Configuration.text(endpoints, smoke);
    }

    /**
     * Stops listening and deletes the file tree. Closing again does nothing.
     *
     * @throws UncheckedIOException if something could not be deleted
     */
    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the simulated host's files at " + root(), e);
        }
    }

    private void end() throws IOException {
        try {
            ports.close();
            awsPorts.close();
        } finally {
            tree.close();
        }
    }
}

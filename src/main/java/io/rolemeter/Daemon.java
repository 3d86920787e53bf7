package io.rolemeter;

import io.rolemeter.config.ListenAddress;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Memory;
import io.rolemeter.publish.Publisher;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.log.FindingLog;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.remember.StateKeeper;
import io.rolemeter.service.Answering;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The agent together with all that it tells its diagnosis to, for as long as the process lives. */
public final class Daemon implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Parts parts;
    private final Reloads reloads;

    private record Parts(Agent agent, WebServer web, WebAccess access, Optional<StateKeeper> keeper) {}

    private Daemon(Parts parts, Reloads reloads) {
        this.parts = parts;
        this.reloads = reloads;
    }

    /**
     * The host that it watches.
     *
     * @param root what the host's files and processes are read beneath
     * @param scanned where another process tells what it has seen of files and processes; empty where this one looks for itself
     * @param state a directory for what is to outlive this process; without one it is kept in memory alone
     */
    public record Host(Path root, Clock clock, Optional<Path> state, Optional<FactsFile> scanned) {}

    /**
     * Listens, and begins to look at the host.
     *
     * @param access who may ask; closed with the daemon
     * @throws IOException when it cannot listen there; its message says why, and who can help
     */
    public static Daemon start(Configured configured, ListenAddress listen, WebAccess access, Host host)
            throws IOException {
        Optional<StateKeeper> keeper = host.state().map(StateKeeper::new);
        Memory memory = keeper.map(StateKeeper::remembered).orElse(Memory.NONE);
        Diagnosis nothing = Agent.nothingSeen(host.clock(), memory);
        Metrics metrics = new Metrics(BuildInfo.current(), nothing);
        WebServer web = WebServer.open(listen.host(), listen.port(), access.door(), metrics, nothing);
        Publisher readiness = diagnosis -> {
            if (diagnosis.facts().complete()) {
                web.ready();
            }
        };
        List<Publisher> publishers = new ArrayList<>();
        keeper.ifPresent(kept -> publishers.add(kept::keep));
        publishers.addAll(List.of(metrics, web, new FindingLog(), readiness));
        Agent agent = new Agent(
                new Surroundings(host.root(), host.clock(), metrics, what -> {}, host.scanned()), memory, publishers);
        agent.run(configured);
        Reloads reloads = new Reloads(metrics, configured.settings().web());
        access.follow(reloads::access);
        return new Daemon(new Parts(agent, web, access, keeper), reloads);
    }

    /** What whoever runs this should know about who can reach it; empty when there is nothing. */
    public Optional<String> warning() {
        return parts.web().warning();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return parts.web().address();
    }

    /** Whether the agent thinks and the web server answers, and neither only seems to live; takes at most a few seconds. */
    public boolean alive() {
        return parts.agent().thinks() && Answering.at(address(), PATIENCE);
    }

    /** Goes on with another configuration; with the old one if the other cannot be had. */
    public void reload(Supplier<Configured> source) {
        reloads.configuration(source, parts.agent()::run);
    }

    @Override
    public void close() {
        parts.access().close();
        parts.agent().close();
        parts.keeper().ifPresent(StateKeeper::close);
        parts.web().close();
    }
}

package io.rolemeter;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Memory;
import io.rolemeter.publish.Publisher;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.log.FindingLog;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.remember.StateKeeper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The agent together with all that it tells its diagnosis to, for as long as the process lives. */
public final class Daemon implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Daemon.class.getName());

    private final Metrics metrics;
    private final WebServer web;
    private final Agent agent;
    private final Optional<StateKeeper> keeper;

    private Daemon(Metrics metrics, WebServer web, Agent agent, Optional<StateKeeper> keeper) {
        this.metrics = metrics;
        this.web = web;
        this.agent = agent;
        this.keeper = keeper;
    }

    /**
     * The host that it watches.
     *
     * @param root what the host's files and processes are read beneath
     * @param state a directory for what is to outlive this process; without one it is kept in memory alone
     */
    public record Host(Path root, Clock clock, Optional<Path> state) {}

    /**
     * Listens, and begins to look at the host.
     *
     * @throws IOException when it cannot listen there; its message says why, and who can help
     */
    public static Daemon start(Configured configured, ListenAddress listen, Host host) throws IOException {
        Diagnosis nothing = Agent.nothingSeen(host.clock());
        Metrics metrics = new Metrics(BuildInfo.current(), nothing);
        WebServer web = WebServer.open(listen.host(), listen.port(), metrics, nothing);
        Publisher readiness = diagnosis -> {
            if (diagnosis.facts().complete()) {
                web.ready();
            }
        };
        List<Publisher> publishers = new ArrayList<>(List.of(metrics, web, new FindingLog(), readiness));
        Optional<StateKeeper> keeper = host.state().map(StateKeeper::new);
        keeper.ifPresent(kept -> publishers.add(kept::keep));
        Agent agent = new Agent(
                new Surroundings(host.root(), host.clock(), metrics),
                keeper.map(StateKeeper::remembered).orElse(Memory.NONE),
                publishers);
        agent.run(configured);
        return new Daemon(metrics, web, agent, keeper);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return web.address();
    }

    /** Goes on with another configuration; with the old one if the other cannot be had. */
    public void reload(Supplier<Configured> source) {
        try {
            agent.run(source.get());
            metrics.configurationReloaded(true);
            LOG.log(System.Logger.Level.INFO, "the configuration was read again");
        } catch (ConfigurationException e) {
            refuse(String.join("; ", e.problems()));
        } catch (RuntimeException e) {
            refuse("a mistake in Rolemeter: " + e.getClass().getName());
        }
    }

    private void refuse(String reason) {
        metrics.configurationReloaded(false);
        LOG.log(System.Logger.Level.ERROR, "the configuration was not changed: " + reason);
    }

    @Override
    public void close() {
        agent.close();
        keeper.ifPresent(StateKeeper::close);
        web.close();
    }
}

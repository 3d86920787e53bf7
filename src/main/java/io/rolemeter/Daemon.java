package io.rolemeter;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.config.Settings;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.Publisher;
import io.rolemeter.publish.http.WebServer;
import io.rolemeter.publish.log.FindingLog;
import io.rolemeter.publish.metrics.BuildInfo;
import io.rolemeter.publish.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The agent together with all that it tells its diagnosis to, for as long as the process lives. */
public final class Daemon implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Daemon.class.getName());

    private final Metrics metrics;
    private final WebServer web;
    private final WebAccess access;
    private final Agent agent;
    private final Settings.Web begun;
    private volatile boolean configurationStands = true;
    private volatile boolean accessStands = true;

    private Daemon(Metrics metrics, WebServer web, WebAccess access, Agent agent, Settings.Web begun) {
        this.metrics = metrics;
        this.begun = begun;
        this.web = web;
        this.access = access;
        this.agent = agent;
    }

    /**
     * Listens, and begins to look at the host beneath {@code root}.
     *
     * @param access who may ask; closed with the daemon
     * @throws IOException when it cannot listen there; its message says why, and who can help
     */
    public static Daemon start(Configured configured, ListenAddress listen, WebAccess access, Path root, Clock clock)
            throws IOException {
        Diagnosis nothing = Agent.nothingSeen(clock);
        Metrics metrics = new Metrics(BuildInfo.current(), nothing);
        WebServer web = WebServer.open(listen.host(), listen.port(), access.door(), metrics, nothing);
        Publisher readiness = diagnosis -> {
            if (Agent.complete(diagnosis)) {
                web.ready();
            }
        };
        Agent agent =
                new Agent(new Surroundings(root, clock, metrics), List.of(metrics, web, new FindingLog(), readiness));
        agent.run(configured);
        Daemon daemon =
                new Daemon(metrics, web, access, agent, configured.settings().web());
        access.follow(daemon::accessReloaded);
        return daemon;
    }

    /** What whoever runs this should know about who can reach it; empty when there is nothing. */
    public Optional<String> warning() {
        return web.warning();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return web.address();
    }

    /** Goes on with another configuration; with the old one if the other cannot be had. */
    public void reload(Supplier<Configured> source) {
        try {
            Configured read = source.get();
            agent.run(read);
            configurationStands = true;
            tellReload();
            LOG.log(System.Logger.Level.INFO, "the configuration was read again");
            if (!read.settings().web().equals(begun)) {
                LOG.log(System.Logger.Level.WARNING, "what changed under web takes effect only after a restart");
            }
        } catch (ConfigurationException e) {
            refuse(String.join("; ", e.problems()));
        } catch (RuntimeException e) {
            refuse("a mistake in Rolemeter: " + e.getClass().getName());
        }
    }

    private void refuse(String reason) {
        configurationStands = false;
        tellReload();
        LOG.log(System.Logger.Level.ERROR, "the configuration was not changed: " + reason);
    }

    private void accessReloaded(boolean succeeded) {
        accessStands = succeeded;
        tellReload();
    }

    private void tellReload() {
        metrics.configurationReloaded(configurationStands && accessStands);
    }

    @Override
    public void close() {
        access.close();
        agent.close();
        web.close();
    }
}

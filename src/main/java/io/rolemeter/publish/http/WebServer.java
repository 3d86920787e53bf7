package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.Publisher;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.publish.report.StatusJson;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves the newest diagnosis over HTTP: to a person, to Prometheus, and to whatever watches over this program. */
public final class WebServer implements Publisher, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebServer.class.getName());

    private final ScrapePages pages;
    private final Written<Shown> page = new Written<>(Shown::page);
    private final Written<Diagnosis> document =
            new Written<>(shown -> Answer.of("application/json", StatusJson.document(shown)));
    private volatile Diagnosis current;
    private final Server server;
    private final InetSocketAddress asked;
    private final Door door;
    private volatile boolean ready;

    private record Shown(Diagnosis diagnosis, StatusPage.Server server) {
        Answer page() {
            return Answer.of(StatusPage.CONTENT_TYPE, StatusPage.write(diagnosis, server));
        }
    }

    private WebServer(InetSocketAddress asked, Door door, Metrics metrics, Diagnosis first) {
        this.asked = asked;
        server = JettyServer.of(asked, door);
        this.door = door;
        pages = new ScrapePages(metrics);
        current = first;
    }

    /**
     * Listens and answers from now on, with {@code first} until another diagnosis is published.
     *
     * @param port 0 for any that is free
     * @param door who may ask; whether there is TLS is decided now, the rest for each request
     * @throws BindException when it cannot listen there; its message says why, and who can help
     */
    public static WebServer open(String host, int port, Door door, Metrics metrics, Diagnosis first)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        String shown = host + ":" + port;
        if (address.isUnresolved()) {
            throw new BindException("Cannot listen on " + shown + ": this host name has no address; correct it.");
        }
        WebServer opened = new WebServer(address, door, metrics, first);
        try {
            opened.start(new OwnNames(host, address));
        } catch (IOException refused) {
            opened.close();
            BindException explained = new BindException("Cannot listen on " + shown + ": " + remedy(refused));
            explained.initCause(refused);
            throw explained;
        }
        return opened;
    }

    private static String remedy(IOException refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("in use")) {
            return "another program listens there; stop it, or choose another port with --web.listen-address.";
        }
        if (reason.contains("permission") || reason.contains("denied")) {
            return "this user may not use that port; choose one above 1023 with --web.listen-address.";
        }
        if (reason.contains("assign")) {
            return "this host does not have that address; choose one that it has with --web.listen-address.";
        }
        return reason + ".";
    }

    private void start(OwnNames names) throws IOException {
        Dispatcher dispatcher = new Dispatcher(
                Map.of(
                        "/",
                                accept -> page.about(
                                        new Shown(current, new StatusPage.Server(HostName.ofKernel(), warning()))),
                        "/metrics", accept -> pages.answer(Exposition.accepted(accept)),
                        "/api/v1/status", accept -> document.about(current),
                        "/-/healthy", accept -> Answer.sentence(Answer.OK, "Rolemeter is healthy."),
                        "/-/ready", accept -> readiness()),
                names,
                door);
        server.setHandler(dispatcher);
        server.setErrorHandler(dispatcher::refuse);
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private Answer readiness() {
        return ready
                ? Answer.sentence(Answer.OK, "Rolemeter is ready.")
                : Answer.sentence(Answer.UNAVAILABLE, "Rolemeter has not yet looked at everything once.");
    }

    /** Set while anybody in the network may read what is served. */
    public Optional<String> warning() {
        Protection protection = door.protection();
        boolean open = protection.users().isEmpty() && protection.tls().isEmpty();
        return open && !address().getAddress().isLoopbackAddress()
                ? Optional.of("Everybody who reaches " + address().getAddress().getHostAddress() + ":"
                        + address().getPort()
                        + " can read this: listen on 127.0.0.1, or protect it with --web.config.file.")
                : Optional.empty();
    }

    @Override
    public void publish(Diagnosis diagnosis) {
        current = diagnosis;
    }

    /** The first full cycle is over. */
    public void ready() {
        ready = true;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return new InetSocketAddress(asked.getAddress(), port > 0 ? port : asked.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "the server did not stop cleanly", e);
        }
    }
}

package io.rolemeter.publish.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.Publisher;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.publish.http.access.TlsContext;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.publish.report.StatusJson;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves the newest diagnosis over HTTP: to a person, to Prometheus, and to whatever watches over this program. */
public final class WebServer implements Publisher, AutoCloseable {
    static {
        ServerLimits.apply();
    }

    private static final int BACKLOG = 128;

    private final ScrapePages pages;
    private volatile Diagnosis current;
    private final ServingThreads threads = new ServingThreads();
    private final HttpServer server;
    private final Door door;
    private volatile boolean ready;

    private WebServer(HttpServer server, Door door, Metrics metrics, Diagnosis first) {
        this.server = server;
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
        WebServer opened = new WebServer(bind(address, host + ":" + port, door), door, metrics, first);
        opened.start(host);
        return opened;
    }

    private static HttpServer bind(InetSocketAddress address, String shown, Door door) throws IOException {
        if (address.isUnresolved()) {
            throw new BindException("Cannot listen on " + shown + ": this host name has no address; correct it.");
        }
        try {
            return door.protection().tls().isPresent() ? encrypted(address, door) : HttpServer.create(address, BACKLOG);
        } catch (SocketException refused) {
            BindException explained = new BindException("Cannot listen on " + shown + ": " + remedy(refused));
            explained.initCause(refused);
            throw explained;
        }
    }

    private static HttpServer encrypted(InetSocketAddress address, Door door) throws IOException {
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(TlsContext.of(() -> door.protection().tls().orElseThrow()));
        return server;
    }

    private static String remedy(SocketException refused) {
        String reason = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("in use")) {
            return "another program listens there; stop it, or choose another port.";
        }
        if (reason.contains("permission") || reason.contains("denied")) {
            return "this user may not use that port; choose one above 1023.";
        }
        if (reason.contains("assign")) {
            return "this host does not have that address; choose one that it has.";
        }
        return reason + ".";
    }

    private void start(String host) {
        server.createContext(
                "/",
                new Dispatcher(
                        Map.of(
                                "/", accept -> Answer.of(StatusPage.CONTENT_TYPE, StatusPage.write(current, warning())),
                                "/metrics", accept -> pages.answer(Exposition.accepted(accept)),
                                "/api/v1/status", accept -> Answer.of("application/json", StatusJson.document(current)),
                                "/-/healthy", accept -> Answer.sentence(Answer.OK, "Rolemeter is healthy."),
                                "/-/ready", accept -> readiness()),
                        new OwnNames(host, address()),
                        door,
                        threads));
        server.setExecutor(threads);
        server.start();
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
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

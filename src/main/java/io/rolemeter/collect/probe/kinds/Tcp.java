package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.FailureReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens a TCP connection, and closes it: whether the way to a database, or to an interface endpoint, is open at all. Needs no
 * permission, and costs nothing.
 *
 * <pre>{@code
 * tcp: { host: db.internal, port: 5432 }
 * }</pre>
 */
public final class Tcp implements ProbeKind {
    private static final int LAST_PORT = 65_535;

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        String host = own.required("host");
        int port = own.number("port", 1, LAST_PORT).orElse(0L).intValue();
        if (!own.has("port")) {
            own.reject("port", "a whole number from 1 to " + LAST_PORT);
        }
        if (settings.expect() == Expectation.DENIED) {
            own.problem(
                    "cannot be denied, only refused or lost on the way; expected is a probe without expect: denied");
        }
        return aws -> connect(host, port, settings.timeout());
    }

    /** On a thread of its own, because nobody can interrupt the search for a host's address. */
    private static Answer connect(String host, int port, Duration timeout) {
        FutureTask<Answer> connecting = new FutureTask<>(() -> connectNow(host, port, timeout));
        Thread thread = new Thread(connecting, "rolemeter-tcp");
        thread.setDaemon(true);
        thread.start();
        try {
            return connecting.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return late(host, port);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(host, port);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection broke off", e.getCause());
        }
    }

    private static Answer connectNow(String host, int port, Duration timeout) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return new Answer.Refused(FailureReason.UNREACHABLE, host + " has no address");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) timeout.toMillis());
            return new Answer.Done(host + ":" + port + " accepts connections");
        } catch (SocketTimeoutException e) {
            return late(host, port);
        } catch (IOException e) {
            return new Answer.Refused(
                    FailureReason.UNREACHABLE, host + ":" + port + " refuses connections, or no route leads there");
        }
    }

    private static Answer late(String host, int port) {
        return new Answer.Refused(FailureReason.TIMEOUT, host + ":" + port + " did not answer in time");
    }
}

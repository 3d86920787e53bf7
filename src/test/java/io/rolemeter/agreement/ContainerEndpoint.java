package io.rolemeter.agreement;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What a container's credentials come from. */
record ContainerEndpoint(HttpServer server) implements AutoCloseable {
    static final String LAST = "CONT";
    private static final byte[] CREDENTIALS = ("{\"AccessKeyId\":\"ASIARTX3GSDSAAAA" + LAST
                    + "\",\"SecretAccessKey\":\"x\",\"Token\":\"y\",\"Expiration\":\"2099-01-01T00:00:00Z\"}")
            .getBytes(StandardCharsets.UTF_8);

    static ContainerEndpoint start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, CREDENTIALS.length);
            exchange.getResponseBody().write(CREDENTIALS);
            exchange.close();
        });
        server.start();
        return new ContainerEndpoint(server);
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

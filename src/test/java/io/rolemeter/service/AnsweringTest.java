package io.rolemeter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(100);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Test
    void aServerThatRefusesTheRequestIsAlive() throws IOException {
        HttpServer server = HttpServer.create(ANY_PORT, 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(Answering.at(server.getAddress(), PATIENT)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatWantsTlsIsAlive() throws IOException, NoSuchAlgorithmException {
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
        server.start();
        try {
            assertThat(Answering.at(server.getAddress(), PATIENT)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerOnEveryAddressIsAskedByLoopback() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
        server.start();
        try {
            assertThat(Answering.at(server.getAddress(), PATIENT)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aQueueOfTheKernelBehindWhichNobodyWorksIsNot() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(Answering.at((InetSocketAddress) socket.getLocalSocketAddress(), IMPATIENT))
                    .isFalse();
        }
    }

    @Test
    void aPortThatNobodyHoldsIsNot() throws IOException {
        InetSocketAddress free;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        assertThat(Answering.at(free, PATIENT)).isFalse();
    }
}

package io.rolemeter.config.web;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** A client and a server of TLS that hand each other their bytes. */
final class HandshakeInMemory {
    private static final int MOST_TURNS = 50;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine client;
    private final SSLEngine server;
    private final ByteBuffer toServer = ByteBuffer.allocate(1 << 17);
    private final ByteBuffer toClient = ByteBuffer.allocate(1 << 17);
    private final ByteBuffer plain = ByteBuffer.allocate(1 << 17);

    private HandshakeInMemory(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
        client.setUseClientMode(true);
        server.setUseClientMode(false);
    }

    /**
     * The session as the server sees it.
     *
     * @throws SSLException what the first of the two says that refuses the other
     */
    static SSLSession of(SSLEngine client, SSLEngine server) throws SSLException {
        HandshakeInMemory handshake = new HandshakeInMemory(client, server);
        client.beginHandshake();
        server.beginHandshake();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            handshake.turn(client, handshake.toClient, handshake.toServer);
            handshake.turn(server, handshake.toServer, handshake.toClient);
        }
        if (handshake.isOpen()) {
            throw new SSLException("no end of the handshake");
        }
        return server.getSession();
    }

    private boolean isOpen() {
        return client.getHandshakeStatus() != SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING
                || server.getHandshakeStatus() != SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }

    /** Goes on until it waits for the other. */
    private void turn(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
        boolean moved = true;
        while (moved) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> engine.wrap(NOTHING.duplicate(), out);
                default -> moved = taken(engine, in);
            }
        }
    }

    private boolean taken(SSLEngine engine, ByteBuffer in) throws SSLException {
        in.flip();
        int before = in.remaining();
        if (before > 0) {
            engine.unwrap(in, plain.clear());
        }
        int taken = before - in.remaining();
        in.compact();
        return taken > 0 || engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_UNWRAP_AGAIN;
    }
}

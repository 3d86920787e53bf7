package io.rolemeter;

/**
 * What a client does that nobody should.
 *
 * @param opening sent at once
 * @param drip sent again and again; empty for nothing more
 * @param behaviour what else it does
 * @param closedWithinSeconds what the server promises
 */
record Attack(String name, int connections, String opening, String drip, Behaviour behaviour, int closedWithinSeconds) {
    /** Beside sending. */
    enum Behaviour {
        READS,
        NEVER_READS,
        SHUTS_DOWN_ITS_OUTPUT,
        SPEAKS_NO_TLS
    }

    private static final int STALLED = 5;
    private static final int IDLE = 30;
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n";

    static Attack slowHeaders(int connections) {
        return of("slow headers", connections, GET + "X-", "a", Behaviour.READS, STALLED);
    }

    /** As many bytes of headers as are taken, the last of which never ends. */
    static Attack wideHeaders(int connections) {
        String wide = ("X-Wide: " + "w".repeat(100) + "\r\n").repeat(60);
        return of("slow wide headers", connections, GET + wide + "X-", "a", Behaviour.READS, STALLED);
    }

    /** Small for the wire, and each an object of the server. */
    static Attack tinyHeaders(int connections) {
        return of(
                "thousands of tiny headers", connections, GET + "a:b\r\n".repeat(3_000), "a", Behaviour.READS, STALLED);
    }

    static Attack slowBodies(int connections) {
        String post = "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n";
        return of("slow bodies", connections, post, "a", Behaviour.READS, STALLED);
    }

    /** Asks 400 times for the page, far more than the buffers of a connection hold. */
    static Attack slowReaders(int connections) {
        return of("slow readers", connections, (GET + "\r\n").repeat(400), "G", Behaviour.NEVER_READS, STALLED);
    }

    static Attack halfClosed(int connections) {
        return of("half closed", connections, GET + "X: y", "", Behaviour.SHUTS_DOWN_ITS_OUTPUT, STALLED);
    }

    static Attack idle(int connections) {
        return of("idle, kept alive", connections, GET + "\r\n", "", Behaviour.READS, IDLE);
    }

    /** A record of 512 bytes is announced, of which less than a hundred come: TLS 1.0 in its frame, a hello inside. */
    static Attack halfHellos(int connections) {
        String hello = "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + "\0".repeat(80);
        return new Attack("TLS hellos that stop half way", connections, hello, "", Behaviour.SPEAKS_NO_TLS, STALLED);
    }

    static Attack neverUsed(int connections) {
        return of("never used", connections, "", "", Behaviour.READS, IDLE);
    }

    /** Nothing of TLS at all, where TLS is spoken. */
    static Attack silence(int connections) {
        return of("silent where TLS is spoken", connections, "", "", Behaviour.SPEAKS_NO_TLS, STALLED);
    }

    private static Attack of(
            String name, int connections, String opening, String drip, Behaviour behaviour, int closedWithin) {
        return new Attack(name, connections, opening, drip, behaviour, closedWithin);
    }

    boolean raw() {
        return behaviour == Behaviour.SPEAKS_NO_TLS;
    }

    boolean reads() {
        return behaviour != Behaviour.NEVER_READS;
    }

    boolean shutsDown() {
        return behaviour == Behaviour.SHUTS_DOWN_ITS_OUTPUT;
    }
}

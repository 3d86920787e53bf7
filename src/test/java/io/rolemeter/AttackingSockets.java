package io.rolemeter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Many connections that all do the same wrong thing. */
final class AttackingSockets implements AutoCloseable {
    private static final int SMALL_WINDOW = 2_304;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ = 4096;
    private static final SSLContext TRUSTING = trusting();

    private final Attack attack;
    private final List<Socket> open = new ArrayList<>();

    private AttackingSockets(Attack attack) {
        this.attack = attack;
    }

    /** All connected, and each has sent how the attack begins. */
    static AttackingSockets open(ServedHost served, Attack attack) throws IOException {
        AttackingSockets sockets = new AttackingSockets(attack);
        for (int i = 0; i < attack.connections(); i++) {
            boolean encrypted = served.encrypted() && !attack.raw();
            Socket socket = encrypted ? connect(served) : channel(served.address(), !attack.reads());
            sockets.open.add(socket);
            sockets.begin(socket);
        }
        return sockets;
    }

    private void begin(Socket socket) {
        try {
            socket.getOutputStream().write(bytes(attack.opening()));
            if (attack.shutsDown()) {
                socket.shutdownOutput();
            }
            if (socket.getChannel() == null) {
                socket.setSoTimeout(1);
            } else {
                socket.getChannel().configureBlocking(false);
            }
        } catch (IOException closedAlready) {
            // Which is an answer too.
        }
    }

    Attack attack() {
        return attack;
    }

    /** One more byte on each, where the attack drips; then forgets those that the server has closed. */
    int stillOpenAfterAnotherByte() {
        open.removeIf(socket -> !lives(socket));
        return open.size();
    }

    private boolean lives(Socket socket) {
        try {
            boolean lives = socket.getChannel() == null ? lives(socket, new byte[READ]) : lives(socket.getChannel());
            if (!lives) {
                socket.close();
            }
            return lives;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean lives(Socket socket, byte[] read) throws IOException {
        try {
            socket.getOutputStream().write(bytes(attack.drip()));
            while (attack.reads() && socket.getInputStream().read(read) >= 0) {}
            return !attack.reads();
        } catch (SocketTimeoutException nothingYet) {
            return true;
        }
    }

    private boolean lives(SocketChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(bytes(attack.drip())));
        ByteBuffer read = ByteBuffer.allocate(READ);
        int length = attack.reads() ? channel.read(read) : 0;
        while (length > 0) {
            length = channel.read(read.clear());
        }
        return length == 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As the served host wants it, encrypted or not. */
    static Socket connect(ServedHost served) throws IOException {
        Socket socket = new Socket();
        socket.connect(served.address(), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        if (!served.encrypted()) {
            return socket;
        }
        socket.setSoTimeout(CONNECT_MILLIS);
        return TRUSTING.getSocketFactory()
                .createSocket(socket, "localhost", served.address().getPort(), true);
    }

    private static Socket channel(InetSocketAddress address, boolean smallWindow) throws IOException {
        Socket socket = SocketChannel.open().socket();
        if (smallWindow) {
            socket.setReceiveBufferSize(SMALL_WINDOW);
        }
        socket.connect(address, CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustEverybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}

package io.rolemeter.publish.http.access;

import io.rolemeter.publish.http.access.Protection.Tls;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** TLS whose certificate, authorities and parameters may change between two connections. */
public final class TlsContext extends SslContextFactory.Server {
    /** For as long as this a client may come back without showing its certificate again. */
    private static final int SESSION_SECONDS = 300;

    private final Supplier<Tls> current;

    private TlsContext(SSLContext context, Supplier<Tls> current) {
        this.current = current;
        setSslContext(context);
        setRenegotiationAllowed(false);
    }

    /** Asks {@code current} for every connection. */
    public static TlsContext of(Supplier<Tls> current) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new CurrentCertificate(current)},
                    new TrustManager[] {new CurrentClients(current)},
                    null);
            context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
            return new TlsContext(context, current);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void customize(SSLEngine connection) {
        connection.setSSLParameters(current.get().parameters().get());
    }

    private static final class CurrentCertificate extends X509ExtendedKeyManager {
        private final Supplier<Tls> current;

        CurrentCertificate(Supplier<Tls> current) {
            this.current = current;
        }

        private X509ExtendedKeyManager now() {
            return current.get().certificate();
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
            return now().chooseEngineServerAlias(keyType, issuers, engine);
        }

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
            return now().chooseServerAlias(keyType, issuers, socket);
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return now().getServerAliases(keyType, issuers);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return now().getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return now().getPrivateKey(alias);
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
            return null;
        }
    }

    private static final class CurrentClients extends X509ExtendedTrustManager {
        private final Supplier<Tls> current;

        CurrentClients(Supplier<Tls> current) {
            this.current = current;
        }

        private X509ExtendedTrustManager now() {
            return current.get().clients();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            now().checkClientTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            now().checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            now().checkClientTrusted(chain, type, engine);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return now().getAcceptedIssuers();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is a server");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            checkServerTrusted(chain, type);
        }
    }
}

package io.rolemeter.config.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Clients of TLS, by the name of the certificate that they show. */
final class ClientInMemory {
    static final Path FILES = Path.of("src/test/resources/web").toAbsolutePath();

    /** Has no certificate. */
    static final String NOBODY = "nobody";

    private ClientInMemory() {}

    /** A client that trusts the authority, and shows the certificate of that name whoever is asked for. */
    static SSLEngine engine(String client) throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("ca", chain("ca").get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(client.equals(NOBODY) ? null : identity(client), trust.getTrustManagers(), null);
        return context.createSSLEngine();
    }

    private static KeyManager[] identity(String name) throws IOException {
        List<X509Certificate> chain = chain(name);
        PrivateKey key = read(name + ".key", PrivateKeys::read);
        return new KeyManager[] {
            new OneCertificate(chain, key) {
                /** Though its issuer is not among those that are asked for. */
                @Override
                public String chooseClientAlias(
                        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
                    return name;
                }

                @Override
                public String chooseEngineClientAlias(
                        String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
                    return name;
                }
            }
        };
    }

    static List<X509Certificate> chain(String name) throws IOException {
        return read(name + ".pem", Certificates::read);
    }

    private static <T> T read(String file, PemSource.Reader<T> reader) throws IOException {
        try {
            return reader.read(Files.readString(FILES.resolve(file)));
        } catch (MalformedPem e) {
            throw new IOException(e);
        }
    }
}

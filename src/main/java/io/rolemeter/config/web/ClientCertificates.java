package io.rolemeter.config.web;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates of clients are taken. */
final class ClientCertificates extends X509ExtendedTrustManager {
    private final Optional<X509TrustManager> verifier;
    private final Set<String> names;

    private ClientCertificates(Optional<X509TrustManager> verifier, Set<String> names) {
        this.verifier = verifier;
        this.names = Set.copyOf(names);
    }

    /**
     * Whatever the client shows.
     *
     * @param names of which the certificate must have one among its subject's alternative names; empty: none is asked for
     */
    static X509ExtendedTrustManager any(Set<String> names) {
        return new ClientCertificates(Optional.empty(), names);
    }

    /** Those that one of the authorities stands for. */
    static X509ExtendedTrustManager of(List<X509Certificate> authorities, Set<String> names) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority" + i, authorities.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager verifier) {
                    return new ClientCertificates(Optional.of(verifier), names);
                }
            }
            throw new IllegalStateException("Java has no trust manager for X.509");
        } catch (GeneralSecurityException | java.io.IOException memoryDoesNotFail) {
            throw new IllegalStateException(memoryDoesNotFail);
        }
    }

    private void check(X509Certificate[] chain, String type) throws CertificateException {
        if (verifier.isPresent()) {
            verifier.get().checkClientTrusted(chain, type);
        }
        if (!names.isEmpty() && alternativeNames(chain[0]).stream().noneMatch(names::contains)) {
            throw new CertificateException("the client's certificate has none of the names of client_allowed_sans");
        }
    }

    private static List<String> alternativeNames(X509Certificate certificate) throws CertificateParsingException {
        @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream().map(name -> String.valueOf(name.get(1))).toList();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return verifier.map(X509TrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is a server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }
}

package io.rolemeter.config.web;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a TLS server needs, ready to use.
 *
 * @param protocols as Java names them
 * @param cipherSuites empty: Java's own choice
 */
public record ServerTls(
        X509ExtendedKeyManager certificate,
        X509ExtendedTrustManager clients,
        ClientAuthentication clientAuthentication,
        List<String> protocols,
        Optional<List<String>> cipherSuites,
        boolean serverPrefers) {
    public ServerTls {
        protocols = List.copyOf(protocols);
        cipherSuites = cipherSuites.map(List::copyOf);
    }

    /** The same as parameters of a connection; new ones each time, because they can be changed. */
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(protocols.toArray(String[]::new));
        cipherSuites.ifPresent(suites -> parameters.setCipherSuites(suites.toArray(String[]::new)));
        parameters.setUseCipherSuitesOrder(serverPrefers);
        clientAuthentication.addTo(parameters);
        return parameters;
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "ServerTls[protocols=" + protocols + ", clientAuthentication=" + clientAuthentication + "]";
    }
}

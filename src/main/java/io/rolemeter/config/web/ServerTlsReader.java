package io.rolemeter.config.web;

import io.rolemeter.config.Section;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;

/** The keys of {@code tls_server_config}. */
final class ServerTlsReader {
    private static final String VERSION = "TLS12 or TLS13 (older versions are not safe, and not served)";
    private static final Map<String, Integer> VERSIONS = Map.of("TLS12", 2, "TLS13", 3);
    private static final Set<String> CURVES = Set.of("CurveP256", "CurveP384", "CurveP521", "X25519");

    private final Section section;
    private final PemSource pem;

    private ServerTlsReader(Section section, PemSource pem) {
        this.section = section;
        this.pem = pem;
    }

    /** Empty where the section has no key, or where it has a problem. */
    static Optional<ServerTls> read(Section section, PemSource pem) {
        if (section.keys().isEmpty()) {
            return Optional.empty();
        }
        Optional<ServerTls> tls = new ServerTlsReader(section, pem).read();
        section.finish();
        return tls;
    }

    private Optional<ServerTls> read() {
        Optional<List<X509Certificate>> chain = pem.one(section, "cert", Certificates::read);
        Optional<PrivateKey> key = pem.one(section, "key", PrivateKeys::read);
        ClientAuthentication clients = section.value(
                        "client_auth_type", ClientAuthentication.EXPECTED, ClientAuthentication::of)
                .orElse(ClientAuthentication.NO_CLIENT_CERT);
        Optional<X509ExtendedTrustManager> trust = trust(clients);
        List<String> protocols = protocols();
        Optional<List<String>> suites = cipherSuites();
        boolean serverPrefers = section.flag("prefer_server_cipher_suites").orElse(true);
        curves();
        if (chain.isEmpty() || key.isEmpty() || trust.isEmpty()) {
            return Optional.empty();
        }
        if (!KeyPairs.match(key.get(), chain.get().get(0))) {
            section.problem(
                    section.has("key_file") ? "key_file" : "key",
                    "is not the key of the certificate; expected its own");
            return Optional.empty();
        }
        return Optional.of(new ServerTls(
                new OneCertificate(chain.get(), key.get()), trust.get(), clients, protocols, suites, serverPrefers));
    }

    private Optional<X509ExtendedTrustManager> trust(ClientAuthentication clients) {
        Optional<List<X509Certificate>> authorities = pem.atMostOne(section, "client_ca", Certificates::read);
        Set<String> names = new LinkedHashSet<>(section.texts("client_allowed_sans"));
        String key = section.has("client_ca") ? "client_ca" : "client_ca_file";
        if (section.has(key) && clients == ClientAuthentication.NO_CLIENT_CERT) {
            section.problem(key, "is not used without client_auth_type; expected RequireAndVerifyClientCert there");
        }
        if (!section.has(key) && clients.verified()) {
            section.problem("client_auth_type", "has no authority to check against; expected client_ca_file too");
            return Optional.empty();
        }
        if (!names.isEmpty() && !clients.required()) {
            section.problem(
                    "client_allowed_sans",
                    "is not used with this client_auth_type; expected RequireAnyClientCert or RequireAndVerifyClientCert");
        }
        if (!clients.verified()) {
            return Optional.of(ClientCertificates.any(names));
        }
        return authorities.map(certificates -> ClientCertificates.of(certificates, names));
    }

    private List<String> protocols() {
        int least = section.value("min_version", VERSION, this::version).orElse(2);
        int most = section.value("max_version", VERSION, this::version).orElse(3);
        if (least > most) {
            section.problem("max_version", "is older than min_version; expected the same version or a newer one");
        }
        List<String> protocols = new ArrayList<>();
        for (int version = most; version >= least; version--) {
            protocols.add("TLSv1." + version);
        }
        return protocols;
    }

    private Optional<Integer> version(String name) {
        return Optional.ofNullable(VERSIONS.get(name));
    }

    /** Go leaves the suites of TLS 1.3 to itself; so they are added to what is listed. */
    private Optional<List<String>> cipherSuites() {
        List<String> wanted = section.texts("cipher_suites");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> supported = supported();
        List<String> unknown =
                wanted.stream().filter(suite -> !supported.contains(suite)).toList();
        if (!unknown.isEmpty()) {
            section.problem(
                    "cipher_suites",
                    "has " + unknown.size() + " that this Java does not offer; expected names such as "
                            + "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        }
        Set<String> suites = new LinkedHashSet<>(
                List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"));
        suites.addAll(wanted);
        return Optional.of(List.copyOf(suites));
    }

    private static List<String> supported() {
        try {
            return List.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites());
        } catch (java.security.NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Java 17 cannot be told the curves of one server. */
    private void curves() {
        List<String> curves = section.texts("curve_preferences");
        if (!CURVES.containsAll(curves)) {
            section.problem(
                    "curve_preferences", "has an unknown curve; expected CurveP256, CurveP384, CurveP521, X25519");
        } else if (!curves.isEmpty()) {
            section.problem(
                    "curve_preferences",
                    "is not supported; leave it out, and Java offers X25519, CurveP256, CurveP384 and CurveP521");
        }
    }
}

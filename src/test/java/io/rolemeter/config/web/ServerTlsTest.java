package io.rolemeter.config.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a handshake lets in, and with what: each with a real client. */
class ServerTlsTest {
    private static final String NOBODY = ClientInMemory.NOBODY;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "NoClientCert, , nobody, in",
        "NoClientCert, , client, in",
        "RequestClientCert, , nobody, in",
        "RequestClientCert, , stranger, in",
        "RequireAnyClientCert, , nobody, out",
        "RequireAnyClientCert, , stranger, in",
        "RequireClientCert, , nobody, out",
        "RequireAnyClientCert, client_allowed_sans: [prometheus.example], stranger, in",
        "RequireAnyClientCert, client_allowed_sans: [prometheus.example], server, out",
        "VerifyClientCertIfGiven, client_ca_file: ca.pem, nobody, in",
        "VerifyClientCertIfGiven, client_ca_file: ca.pem, client, in",
        "VerifyClientCertIfGiven, client_ca_file: ca.pem, stranger, out",
        "RequireAndVerifyClientCert, client_ca_file: ca.pem, nobody, out",
        "RequireAndVerifyClientCert, client_ca_file: ca.pem, client, in",
        "RequireAndVerifyClientCert, client_ca_file: ca.pem, stranger, out",
    })
    void aClientIsLetInOrNot(String type, @Nullable String more, String client, String expected)
            throws IOException, GeneralSecurityException {
        for (String version : List.of("TLS12", "TLS13")) {
            ServerTls tls = server(
                    "server",
                    "min_version: " + version,
                    "max_version: " + version,
                    "client_auth_type: " + type,
                    more == null ? "" : more);
            if (expected.equals("out")) {
                assertThatThrownBy(() -> handshake(client, tls)).as(version).isInstanceOf(SSLException.class);
            } else {
                SSLSession session = handshake(client, tls);
                assertThat(session.getProtocol()).isEqualTo(version.equals("TLS12") ? "TLSv1.2" : "TLSv1.3");
                assertThat(shown(session)).isEqualTo(tls.clientAuthentication().asked() ? client : NOBODY);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server, server.key",
        "server, server.pkcs1.key",
        "renewed, renewed.key",
        "renewed, renewed.sec1.key",
        "ed25519, ed25519.key"
    })
    void everyKindOfKeySigns(String certificate, String key) throws IOException, GeneralSecurityException {
        ServerTls tls = load("cert_file: " + certificate + ".pem", "key_file: " + key);
        SSLSession session = handshake(NOBODY, tls);
        assertThat(name((X509Certificate) session.getLocalCertificates()[0])).isEqualTo(certificate);
        assertThat(tls.toString())
                .isEqualTo("ServerTls[protocols=[TLSv1.3, TLSv1.2], clientAuthentication=NO_CLIENT_CERT]");
    }

    @ParameterizedTest
    @CsvSource({"true, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "false, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"})
    void theServersOrderOfSuitesHoldsWhereItIsPreferred(boolean preferred, String expected)
            throws IOException, GeneralSecurityException {
        ServerTls tls = server(
                "server",
                "max_version: TLS12",
                "prefer_server_cipher_suites: " + preferred,
                "cipher_suites: [TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]");
        SSLEngine client = ClientInMemory.engine(NOBODY);
        client.setEnabledCipherSuites(
                new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"});
        assertThat(HandshakeInMemory.of(client, engine(tls)).getCipherSuite()).isEqualTo(expected);
    }

    @Test
    void aSuiteThatIsNotListedIsNotSpokenBeforeTls13() throws IOException, GeneralSecurityException {
        ServerTls tls = server("server", "cipher_suites: [TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]");
        SSLEngine client = ClientInMemory.engine(NOBODY);
        client.setEnabledProtocols(new String[] {"TLSv1.2"});
        client.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
        assertThatThrownBy(() -> HandshakeInMemory.of(client, engine(tls))).isInstanceOf(SSLException.class);
        assertThat(handshake(NOBODY, tls).getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void authoritiesAreNamedToClientsWhereTheyAreChecked() throws IOException {
        ServerTls tls = server("server", "client_auth_type: RequireAndVerifyClientCert", "client_ca_file: ca.pem");
        assertThat(tls.clients().getAcceptedIssuers())
                .extracting(ServerTlsTest::name)
                .containsExactly("Rolemeter test authority");
        assertThat(server("server").clients().getAcceptedIssuers()).isEmpty();
    }

    @Test
    void aServerIsNeverAClient() throws IOException {
        ServerTls tls = server("server");
        X509Certificate[] chain = ClientInMemory.chain("client").toArray(X509Certificate[]::new);
        assertThatThrownBy(() -> tls.clients().checkServerTrusted(chain, "RSA")).hasMessage("this is a server");
        assertThatThrownBy(() -> tls.clients().checkServerTrusted(chain, "RSA", ClientInMemory.engine(NOBODY)))
                .hasMessage("this is a server");
        assertThat(tls.certificate().getClientAliases("RSA", null)).isNull();
        assertThat(tls.certificate().chooseClientAlias(new String[] {"RSA"}, null, null))
                .isNull();
    }

    @Test
    void aCertificateWithoutNamesHasNoneOfThoseThatAreAllowed() throws IOException {
        ServerTls tls =
                server("server", "client_auth_type: RequireAnyClientCert", "client_allowed_sans: [prometheus.example]");
        X509Certificate[] nameless = {ClientInMemory.chain("ca").get(0)};
        assertThatThrownBy(() -> tls.clients().checkClientTrusted(nameless, "EC"))
                .hasMessage("the client's certificate has none of the names of client_allowed_sans");
        assertThatThrownBy(() -> tls.clients().checkClientTrusted(nameless, "EC", (Socket) null))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void itsOneKeyIsForItsOwnAlgorithm() throws IOException {
        ServerTls tls = server("renewed");
        assertThat(tls.certificate().getServerAliases("EC", null)).containsExactly("server");
        assertThat(tls.certificate().chooseServerAlias("EC_RSA", null, null)).isEqualTo("server");
        assertThat(tls.certificate().chooseServerAlias("RSA", null, null)).isNull();
        assertThat(tls.certificate().getServerAliases("RSA", null)).isNull();
    }

    private ServerTls server(String name, String... more) throws IOException {
        return load("cert_file: " + name + ".pem\n  key_file: " + name + ".key", more);
    }

    private ServerTls load(String first, String... more) throws IOException {
        String text = "tls_server_config:\n  " + first + "\n  " + String.join("\n  ", more) + "\n";
        for (String ending : List.of("pem", "key")) {
            text = text.replaceAll("_file: ([a-z0-9.]+\\." + ending + ")", "_file: " + ClientInMemory.FILES + "/$1");
        }
        return WebConfiguration.load(Files.writeString(folder.resolve("web.yml"), text))
                .tls()
                .orElseThrow();
    }

    private static SSLSession handshake(String client, ServerTls server) throws IOException, GeneralSecurityException {
        return HandshakeInMemory.of(ClientInMemory.engine(client), engine(server));
    }

    private static SSLEngine engine(ServerTls tls) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {tls.certificate()}, new TrustManager[] {tls.clients()}, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setSSLParameters(tls.parameters());
        return engine;
    }

    private static String shown(SSLSession session) {
        try {
            return name((X509Certificate) session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return NOBODY;
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().replace("CN=", "");
    }
}

package io.rolemeter.config.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebConfigurationTest {
    private static final String HASH = "$2y$10$mDwo.lAisC94iLAyP81MCesa29IzH37oigHC/42V2pdJlUprsJPze";
    private static final String SERVER = "cert_file: server.pem, key_file: server.key";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyCertificates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/web"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static Stream<String> good() {
        return Stream.of(
                "",
                "tls_server_config: {}",
                "tls_server_config: { " + SERVER + " }",
                "tls_server_config: { cert_file: server.pem, key_file: server.pkcs1.key }",
                "tls_server_config: { cert_file: renewed.pem, key_file: renewed.key }",
                "tls_server_config: { cert_file: renewed.pem, key_file: renewed.sec1.key }",
                "tls_server_config: { cert_file: ed25519.pem, key_file: ed25519.key }",
                "tls_server_config: { " + SERVER + ", min_version: TLS13 }",
                "tls_server_config: { " + SERVER + ", min_version: TLS12, max_version: TLS12 }",
                "tls_server_config: { " + SERVER + ", cipher_suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256] }",
                "tls_server_config: { " + SERVER + ", prefer_server_cipher_suites: false }",
                "tls_server_config: { " + SERVER + ", client_auth_type: RequestClientCert }",
                "tls_server_config: { " + SERVER + ", client_auth_type: RequireClientCert }",
                "tls_server_config: { " + SERVER + ", client_auth_type: RequireAnyClientCert,"
                        + " client_allowed_sans: [prometheus.example] }",
                "tls_server_config: { " + SERVER
                        + ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: ca.pem }",
                "tls_server_config: { " + SERVER
                        + ", client_auth_type: VerifyClientCertIfGiven, client_ca_file: ca.pem }",
                "http_server_config: { http2: false, headers: { X-Frame-Options: deny } }",
                "http_server_config: { headers: { Strict-Transport-Security: max-age=31536000, X-XSS-Protection: \"0\" } }",
                "basic_auth_users: { alice: " + HASH + ", bob: " + HASH.replace("2y", "2b") + " }",
                "rate_limit: { interval: 1s, burst: 20 }",
                "rate_limit: { interval: 0, burst: 20 }");
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatExportersReadIsRead(String text) throws IOException {
        assertThat(problems(text)).isEmpty();
    }

    static Stream<Arguments> bad() {
        String tls = "1: tls_server_config.";
        return Stream.of(
                arguments(
                        "tls_servr_config: {}",
                        "1: tls_servr_config: unknown key; did you mean \"tls_server_config\"?"),
                arguments(
                        "tls_server_config: { cert_file: server.pem }",
                        tls + "key_file: is missing; expected the path of a PEM file"),
                arguments(
                        "tls_server_config: { key_file: server.key }",
                        tls + "cert_file: is missing; expected the path of a PEM file"),
                arguments(
                        "tls_server_config: { cert_file: none.pem, key_file: server.key }",
                        tls + "cert_file: DIR/none.pem: does not exist; expected a PEM file"),
                arguments(
                        "tls_server_config: { cert_file: server.key, key_file: server.key }",
                        tls + "cert_file: DIR/server.key: has no certificate; expected -----BEGIN CERTIFICATE-----"),
                arguments(
                        "tls_server_config: { cert_file: server.pem, key_file: server.pem }",
                        tls + "key_file: DIR/server.pem: has no private key; expected -----BEGIN PRIVATE KEY-----"),
                arguments(
                        "tls_server_config: { cert_file: server.pem, key_file: server.encrypted.key }",
                        tls + "key_file: DIR/server.encrypted.key: has a key under a passphrase; expected one without"),
                arguments(
                        "tls_server_config: { cert_file: server.pem, key_file: renewed.key }",
                        tls + "key_file: is not the key of the certificate; expected its own"),
                arguments(
                        "tls_server_config: { " + SERVER + ", cert: x }",
                        tls + "cert: is given twice, here and as cert_file; expected one of them"),
                arguments(
                        "tls_server_config: { " + SERVER + ", min_version: TLS11 }",
                        tls
                                + "min_version: found \"TLS11\"; expected TLS12 or TLS13 (older versions are not safe, and not"
                                + " served)"),
                arguments(
                        "tls_server_config: { " + SERVER + ", min_version: TLS13, max_version: TLS12 }",
                        tls + "max_version: is older than min_version; expected the same version or a newer one"),
                arguments(
                        "tls_server_config: { " + SERVER + ", client_auth_type: Always }",
                        tls + "client_auth_type: found \"Always\"; expected " + ClientAuthentication.EXPECTED),
                arguments(
                        "tls_server_config: { " + SERVER + ", client_ca_file: ca.pem }",
                        tls
                                + "client_ca_file: is not used without client_auth_type; expected RequireAndVerifyClientCert"
                                + " there"),
                arguments(
                        "tls_server_config: { " + SERVER + ", client_auth_type: RequireAndVerifyClientCert }",
                        tls + "client_auth_type: has no authority to check against; expected client_ca_file too"),
                arguments(
                        "tls_server_config: { " + SERVER + ", client_allowed_sans: [a] }",
                        tls
                                + "client_allowed_sans: is not used with this client_auth_type; expected RequireAnyClientCert"
                                + " or RequireAndVerifyClientCert"),
                arguments(
                        "tls_server_config: { " + SERVER + ", cipher_suites: [TLS_RSA_WITH_RC4_128_SHA] }",
                        tls + "cipher_suites: has 1 that this Java does not offer; expected names such as"
                                + " TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                arguments(
                        "tls_server_config: { " + SERVER + ", curve_preferences: [CurveP000] }",
                        tls
                                + "curve_preferences: has an unknown curve; expected CurveP256, CurveP384, CurveP521, X25519"),
                arguments(
                        "http_server_config: { headers: { Server: x } }",
                        "1: http_server_config.headers.Server: unknown key"),
                arguments(
                        "http_server_config: { headers: { X-Frame-Options: maybe } }",
                        "1: http_server_config.headers.X-Frame-Options: found \"maybe\"; expected deny or sameorigin"),
                arguments(
                        "http_server_config: { headers: { X-XSS-Protection: \"a\\nb\" } }",
                        "1: http_server_config.headers.X-XSS-Protection: cannot stand in a header; expected printable"
                                + " ASCII on one line"),
                arguments(
                        "basic_auth_users: { alice: swordfish }",
                        "1: basic_auth_users.alice: is not a bcrypt hash of a cost from 4 to 16; make one with: htpasswd"
                                + " -nBC 10 \"\" | tr -d ':\\n'"),
                arguments(
                        "basic_auth_users: { \"a:b\": " + HASH + " }",
                        "1: basic_auth_users.\"a:b\": is not a user name; expected one that is not empty and has no colon"),
                arguments(
                        "tls_server_config: { " + SERVER + ", curve_preferences: [X25519] }",
                        tls + "curve_preferences: is not supported; leave it out"),
                arguments(
                        "tls_server_config: { cert_file: \"a\\0b\", key_file: server.key }",
                        tls + "cert_file: found \"a\uFFFDb\"; expected the path of a PEM file"),
                arguments("http_server_config: { http3: true }", "1: http_server_config.http3: unknown key"),
                arguments("rate_limit: { interval: 1s, burst: 1, most: 1 }", "1: rate_limit.most: unknown key"),
                arguments("rate_limit: { interval: 1s }", "1: rate_limit.burst: is missing; expected how many"),
                arguments(
                        "rate_limit: { interval: 1s, burst: 0 }",
                        "1: rate_limit.burst: found \"0\"; expected a whole"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aMistakeIsNamedByLineAndPath(String text, String expected) throws IOException {
        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("web.yml:" + expected)
                .doesNotContain("swordfish");
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        assertThat(problems("""
                tls_server_config:
                  cert_file: server.pem
                  min_version: TLS10
                basic_auth_users:
                  alice: secret
                other: 1
                """)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "- a", "tls_server_config: [a]", "basic_auth_users: x", "\u0000", "a: &b c", "{"})
    void whatIsNoSuchFileIsAProblemAndNeverAnythingElse(String text) throws IOException {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void whatItSaysIsThere() throws IOException {
        WebConfiguration read = WebConfiguration.load(written("""
                tls_server_config:
                  cert_file: server.pem
                  key_file: server.key
                  min_version: TLS13
                http_server_config:
                  headers: { Strict-Transport-Security: max-age=60 }
                basic_auth_users:
                  alice: %s
                rate_limit: { interval: 500ms, burst: 3 }
                """.formatted(HASH)));
        assertThat(read.tls().orElseThrow().parameters().getProtocols()).containsExactly("TLSv1.3");
        assertThat(read.headers()).containsEntry("Strict-Transport-Security", "max-age=60");
        assertThat(read.users()).containsOnlyKeys("alice");
        assertThat(read.rateLimit()).contains(new WebConfiguration.RateLimit(Duration.ofMillis(500), 3));
        assertThat(read.files())
                .containsExactly(folder.resolve("web.yml"), folder.resolve("server.pem"), folder.resolve("server.key"));
        assertThat(read.toString()).doesNotContain("$2y$");
    }

    @Test
    void certificatesMayStandInTheFile() throws IOException {
        String text = "tls_server_config:\n  cert: |\n" + indented("renewed.pem") + "  key: |\n"
                + indented("renewed.sec1.key");
        assertThat(problems(text)).isEmpty();
        assertThat(problems(text.replace("-----END CERT", "-----END")))
                .singleElement()
                .asString()
                .contains("is cut off");
    }

    @Test
    void theExampleIsGood() throws IOException {
        Files.copy(folder.resolve("server.pem"), folder.resolve("server.crt"));
        assertThat(problems(Files.readString(Path.of("config/web-config.example.yml"))))
                .isEmpty();
    }

    private String indented(String file) throws IOException {
        return Files.readString(folder.resolve(file)).indent(4);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("web.yml"), text);
    }

    private List<String> problems(String text) throws IOException {
        try {
            WebConfiguration.load(written(text));
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream()
                    .map(problem ->
                            problem.replace(folder + "/web.yml", "web.yml").replace(folder.toString(), "DIR"))
                    .toList();
        }
    }
}

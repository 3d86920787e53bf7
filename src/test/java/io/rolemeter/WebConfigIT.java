package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** TLS and passwords of the packaged jar, asked by curl and by a real Prometheus. */
class WebConfigIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String USER = "prometheus:open sesame";
    private static final String MUTUAL = """
            tls_server_config:
              cert_file: server.pem
              key_file: server.key
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: ca.pem
            http_server_config: { headers: { Strict-Transport-Security: max-age=60 } }
            basic_auth_users: { prometheus: "%s" }
            """.formatted(BCrypt.hashpw("open sesame", BCrypt.gensalt(8)));

    @TempDir
    private Path folder;

    private SimulatedHost host;
    private String address;
    private RunningProcess daemon;

    @BeforeEach
    void serve() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/web"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        host = SimulatedHost.start(Scenarios.named("healthy").orElseThrow(), Clock.systemUTC());
        Path config = Files.writeString(folder.resolve("rolemeter.yml"), host.configuration());
        Path web = Files.writeString(folder.resolve("web-config.yml"), MUTUAL);
        address = "127.0.0.1:" + RunningProcess.freePort();
        daemon = PackagedJar.serve(host, config, address, "--web.config.file", web.toString());
        await("200", client(), user(USER), List.of());
    }

    @AfterEach
    void stop() throws IOException {
        daemon.close();
        host.close();
    }

    @Test
    void onlyAClientWithItsCertificateAndItsPasswordIsAnsweredAndOnlyOverNewTls() throws IOException {
        assertThat(curl(client(), List.of())).isEqualTo("401");
        assertThat(curl(client(), user("prometheus:open"))).isEqualTo("401");
        assertThat(curl(client(), user("nobody:open sesame"))).isEqualTo("401");
        assertThat(curl(List.of(), user(USER))).isEqualTo("000");
        assertThat(curl(certificate("stranger"), user(USER))).isEqualTo("000");
        assertThat(curl(client(), user(USER), List.of("--tlsv1.2", "--tls-max", "1.2")))
                .isEqualTo("200");
        assertThat(curl(client(), user(USER), List.of("--tlsv1.3"))).isEqualTo("200");
        for (String old : List.of("1.0", "1.1")) {
            List<String> weak = List.of("--ciphers", "DEFAULT:@SECLEVEL=0", "--tlsv" + old, "--tls-max", old);
            assertThat(curl(client(), user(USER), weak)).as("TLS " + old).isEqualTo("000");
        }
        assertThat(curl(client(), user(USER), List.of("-H", "Host: 127.9.8.7")))
                .as("an own name that is not the certificate's")
                .isEqualTo("200");
        assertThat(curl(client(), user(USER), List.of("-D", "-")))
                .contains("strict-transport-security: max-age=60", "content-security-policy:");
        assertThat(daemon.stderr()).doesNotContain("Exception", "sesame", "$2a$");
    }

    @Test
    void aNewCertificateTakesOverAndABrokenOneDoesNot() throws IOException {
        Files.copy(folder.resolve("renewed.pem"), folder.resolve("server.pem"), StandardCopyOption.REPLACE_EXISTING);
        awaitLog("the web configuration was not changed");
        assertThat(daemon.stderr()).contains("tls_server_config.key_file: is not the key of the certificate");
        assertThat(curl(client(), user(USER), List.of("-v"))).contains("subject: CN=server");
        assertThat(metrics()).contains("rolemeter_config_last_reload_successful 0.0");

        Files.copy(folder.resolve("renewed.key"), folder.resolve("server.key"), StandardCopyOption.REPLACE_EXISTING);
        awaitLog("the web configuration was read again");
        assertThat(curl(client(), user(USER), List.of("-v"))).contains("subject: CN=renewed");
        assertThat(metrics()).contains("rolemeter_config_last_reload_successful 1.0");

        Files.writeString(
                folder.resolve("web-config.yml"), MUTUAL.replace("key_file: server.key", "key_file: later.key"));
        awaitLog("later.key: does not exist");
        Files.copy(folder.resolve("renewed.key"), folder.resolve("later.key"));
        awaitMetric("rolemeter_config_last_reload_successful 1.0");

        Files.writeString(
                folder.resolve("web-config.yml"),
                MUTUAL.replace("RequireAndVerifyClientCert", "NoClientCert").replace("  client_ca_file: ca.pem\n", ""));
        await("200", List.of(), user(USER), List.of());
    }

    @Test
    void aRealPrometheusScrapesIt() throws IOException {
        Path prometheus = InstalledProgram.require("prometheus", "scrape over TLS");
        try (PrometheusServer server = PrometheusServer.start(prometheus, """
                scrape_configs:
                  - job_name: rolemeter
                    scrape_interval: 1s
                    scheme: https
                    basic_auth: { username: prometheus, password: open sesame }
                    tls_config: { ca_file: %1$s/ca.pem, cert_file: %1$s/client.pem, key_file: %1$s/client.key }
                    static_configs: [{ targets: ["%2$s"] }]
                """.formatted(folder, address), folder)) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (server.query("up == 1").isEmpty()) {
                assertThat(System.nanoTime()).as("up").isLessThan(deadline);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            assertThat(server.query("rolemeter_build_info")).hasSize(1);
        }
    }

    private List<String> client() {
        return certificate("client");
    }

    private List<String> certificate(String name) {
        return List.of(
                "--cert",
                folder.resolve(name + ".pem").toString(),
                "--key",
                folder.resolve(name + ".key").toString());
    }

    private static List<String> user(String user) {
        return List.of("--user", user);
    }

    private String metrics() throws IOException {
        return curl(client(), user(USER), List.of("--no-progress-meter"));
    }

    private void await(String expected, List<String> certificate, List<String> user, List<String> more)
            throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!curl(certificate, user, more).equals(expected)) {
            assertThat(System.nanoTime()).as(daemon.description()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void awaitMetric(String line) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!metrics().contains(line)) {
            assertThat(System.nanoTime()).as(daemon.description()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void awaitLog(String text) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!daemon.stderr().contains(text)) {
            assertThat(System.nanoTime()).as(daemon.description()).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The status of the answer, 000 without one; with what curl prints besides, in small letters when it is headers. */
    @SafeVarargs
    private String curl(List<String>... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "-w", "%{http_code}", "--max-time", "10"));
        command.addAll(List.of("--cacert", folder.resolve("ca.pem").toString()));
        for (List<String> some : options) {
            command.addAll(some);
        }
        if (!command.contains("--no-progress-meter")) {
            command.addAll(List.of("-o", "/dev/null"));
        }
        command.add("https://" + address + "/metrics");
        try (RunningProcess curl = RunningProcess.start(command)) {
            curl.awaitExit(LIMIT);
            return command.contains("-D")
                    ? curl.stdout().toLowerCase(java.util.Locale.ROOT)
                    : curl.stdout() + curl.stderr();
        }
    }
}

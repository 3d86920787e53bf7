package io.rolemeter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulated host with a key in every place, and the packaged jar, told to log all that it can. */
final class CanaryRun implements AutoCloseable {
    private static final String CREDENTIALS = "/latest/meta-data/iam/security-credentials/app-backend-role";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Canary canary = new Canary();
    private final SimulatedHost host;
    private final WireMockServer metadata = new WireMockServer(wireMockConfig().dynamicPort());
    private final Path folder;
    private final Map<String, String> properties;
    private final List<String> session;

    /** @param folder for the files of the run */
    CanaryRun(String scenario, Path folder) throws IOException, InterruptedException {
        this.host = Hosts.start(scenario);
        this.folder = folder;
        new CanaryHost(host.root(), canary).plant();
        String token = send(HttpRequest.newBuilder(host.metadataEndpoint().resolve("/latest/api/token"))
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(BodyPublishers.noBody()));
        JsonNode issued = new JsonMapper()
                .readTree(send(HttpRequest.newBuilder(host.metadataEndpoint().resolve(CREDENTIALS))
                        .header("X-aws-ec2-metadata-token", token)));
        this.session = List.of(
                issued.path("SecretAccessKey").asText(), issued.path("Token").asText());
        session.forEach(canary::hide);
        configure(host.configuration());
        Path logging = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                sun.net.www.protocol.http.level = ALL
                sun.net.www.protocol.http.HttpURLConnection.level = ALL
                sun.net.www.protocol.http.HttpURLConnection.handlers = java.util.logging.ConsoleHandler
                software.amazon.awssdk.level = ALL
                """);
        this.properties = new HashMap<>(host.defaultChainProperties());
        properties.put("java.util.logging.config.file", logging.toString());
    }

    SimulatedHost host() {
        return host;
    }

    Canary canary() {
        return canary;
    }

    /** The secret key and the token of the host's role: no canaries, and needed by a program that signs. */
    List<String> session() {
        return session;
    }

    /** With the folders that only a configuration can name. */
    void configure(String configuration) throws IOException {
        Files.writeString(
                folder.resolve("rolemeter.yml"),
                configuration + "keys: { paths: [\"" + String.join("\", \"", CanaryHost.CONFIGURED) + "\"] }\n");
    }

    /** From now on the metadata service has user data with a key in it, which whoever has the network asks for. */
    void withUserData() throws IOException {
        Canary.Key key = canary.plant("user data");
        metadata.start();
        metadata.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(host.metadataEndpoint().toString())));
        metadata.stubFor(get(urlEqualTo("/latest/user-data"))
                .willReturn(aResponse().withBody("""
                        #!/bin/sh
                        export AWS_ACCESS_KEY_ID=%s
                        export AWS_SECRET_ACCESS_KEY=%s
                        """.formatted(key.id(), key.secret()))));
        configure(host.configuration().replace(host.metadataEndpoint().toString(), metadata.baseUrl()));
    }

    /** The default chain of what is started from now on finds no profile, like that of a user without a home. */
    void withoutProfile() {
        properties.put("aws.sharedCredentialsFile", folder.resolve("none").toString());
        properties.put("aws.configFile", folder.resolve("none").toString());
    }

    /** In what is started from now on the JVM has read its logging configuration before the program begins, as agents make it do. */
    void withLoggingBegun() {
        properties.put("com.sun.management.jmxremote", "");
    }

    /** The packaged jar, looking at this host; {@code arguments} begin with the command. */
    RunningProcess start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--config",
                folder.resolve("rolemeter.yml").toString(),
                "--root",
                host.root().toString()));
        return startAlone(all.toArray(String[]::new));
    }

    /** The same with those arguments and no others. */
    RunningProcess startAlone(String... arguments) throws IOException {
        return PackagedJar.start(properties, arguments);
    }

    String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    /** @param keys the scan document */
    void assertEverythingFound(JsonNode keys) {
        List<String> found = new ArrayList<>();
        for (JsonNode key : keys.path("keys")) {
            found.add(key.path("key_id").asText());
        }
        assertThat(canary.placesMissedBy(found)).isEmpty();
    }

    void assertSilent(RunningProcess process) throws IOException {
        canary.assertNothingIn("stdout", process.stdout());
        canary.assertNothingIn("stderr", process.stderr());
        assertThat(process.stderr().toLowerCase(Locale.ROOT))
                .doesNotContain("x-aws-ec2-metadata-token:", "x-amz-security-token", "authorization:", "aws4-hmac");
    }

    @Override
    public void close() {
        metadata.stop();
        host.close();
    }
}

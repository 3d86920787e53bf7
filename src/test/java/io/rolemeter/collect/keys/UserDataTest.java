package io.rolemeter.collect.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.Telemetry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDataTest {
    private static final String SCRIPT = "#!/bin/bash\nexport " + PAIR.replace("\nAWS", "\nexport AWS");
    private static final String CURRENT = "/var/lib/cloud/instances/i-1/";

    @Test
    void copiesOfThisInstanceAreAtRestAndOfOthersBackups(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root)
                .link("/var/lib/cloud/instance", "instances/i-1")
                .file(CURRENT + "user-data.txt", SCRIPT)
                .file(CURRENT + "scripts/part-001", SCRIPT)
                .file("/var/lib/cloud/instances/i-0/user-data.txt", gzip(SCRIPT))
                .file("/var/lib/cloud/scripts/per-boot/mount.sh", SCRIPT);
        assertThat(FakeHost.described(host.collect()))
                .containsExactlyInAnyOrder(
                        "user_data /var/lib/cloud/instances/i-1/user-data.txt:2 3BC7 at_rest",
                        "user_data /var/lib/cloud/instances/i-1/scripts/part-001:2 3BC7 at_rest",
                        "user_data /var/lib/cloud/instances/i-0/user-data.txt:2 3BC7 backup",
                        "user_data /var/lib/cloud/scripts/per-boot/mount.sh:2 3BC7 live");
    }

    @Test
    void gzipBase64AndMimePartsAreOpened(@TempDir Path root) throws IOException {
        String mime = "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(SCRIPT.getBytes(StandardCharsets.UTF_8)) + "\n--b--\n";
        String cloudConfig = "#cloud-config\nwrite_files:\n- path: /x\n  encoding: gz+b64\n  content: "
                + Base64.getEncoder().encodeToString(gzip(SCRIPT.repeat(3))) + "\n";
        for (byte[] userData : new byte[][] {
            gzip(SCRIPT),
            Base64.getEncoder().encode(SCRIPT.getBytes(StandardCharsets.UTF_8)),
            mime.getBytes(StandardCharsets.UTF_8),
            cloudConfig.getBytes(StandardCharsets.UTF_8),
            gzip(mime),
            Base64.getMimeEncoder().encode(gzip(cloudConfig)),
        }) {
            FakeHost host = new FakeHost(root).file(CURRENT + "user-data.txt", userData);
            KeysFact fact = host.collect();
            assertThat(fact.keys()).hasSize(1);
            assertThat(fact.complete()).isTrue();
        }
    }

    @Test
    void whatIsPackedWithoutEndIsNotAllOpened(@TempDir Path root) throws IOException {
        byte[] bomb = gzip("A\n".repeat(8 << 20));
        String deep = SCRIPT;
        for (int i = 0; i < 8; i++) {
            deep = Base64.getEncoder().encodeToString(deep.getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] userData : new byte[][] {bomb, deep.getBytes(StandardCharsets.UTF_8), {0x1f, (byte) 0x8b, 8, 0}}) {
            FakeHost host = new FakeHost(root).file(CURRENT + "user-data.txt", userData);
            KeysFact fact = host.collect();
            assertThat(fact.keys()).isEmpty();
            assertThat(FakeHost.scan(fact, Place.USER_DATA).examples())
                    .extracting(unreadable -> unreadable.reason())
                    .containsExactly("more is packed into it than is opened");
        }
    }

    @Test
    void theRolesOwnCredentialsThatCloudInitCopiedAreNobodysPaste(@TempDir Path root) {
        String document =
                "{\"ds\":{\"AccessKeyId\":\"ASIARTX3GSDSVIA23BC7\",\"SecretAccessKey\":\"" + FakeHost.SECRET + "\"}}";
        FakeHost host = new FakeHost(root).file("/run/cloud-init/instance-data-sensitive.json", document);
        KeysFact fact = host.collect();
        assertThat(fact.keys()).extracting(FoundKey::writer).containsExactly(Optional.of(KeyWriter.CLOUD_INIT));
        assertThat(fact.keys())
                .extracting(FoundKey::note)
                .containsExactly(Optional.of(KeyWriter.CLOUD_INIT.sentence()));
        assertThat(fact.keys()).noneMatch(FoundKey::isPasted);
    }

    @Test
    void theMetadataServiceIsAskedUntilItHasAnswered(@TempDir Path root) throws IOException {
        WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
        server.start();
        try {
            KeysCollector collector = new KeysCollector(
                    () -> new Host(new FakeHost(root).root()),
                    Settings.defaults().keys(),
                    Clock.systemUTC(),
                    Optional.of(new ImdsClient(Optional.of(URI.create(server.baseUrl())), Telemetry.NONE)));
            server.stubFor(put(urlEqualTo("/latest/api/token"))
                    .willReturn(
                            aResponse().withBody("token").withHeader("x-aws-ec2-metadata-token-ttl-seconds", "600")));
            server.stubFor(
                    get(urlEqualTo("/latest/user-data")).willReturn(aResponse().withStatus(403)));
            assertThat(FakeHost.scan(collector.collect(), Place.USER_DATA).complete())
                    .isFalse();
            server.stubFor(
                    get(urlEqualTo("/latest/user-data")).willReturn(aResponse().withBody(gzip(SCRIPT))));
            for (int round = 0; round < 3; round++) {
                KeysFact fact = collector.collect();
                assertThat(FakeHost.described(fact)).containsExactly("user_data imds:/latest/user-data:2 3BC7 at_rest");
                assertThat(FakeHost.scan(fact, Place.USER_DATA).complete()).isTrue();
            }
            server.verify(2, getRequestedFor(urlEqualTo("/latest/user-data")));
        } finally {
            server.stop();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}

package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.HostileServer;
import io.rolemeter.HostileServer.Ending;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImdsClientTest {
    private static final String PATH = "/latest/meta-data/iam/info";

    /** Two attempts of two seconds, a pause between them, and a loaded machine. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final StubbedAws aws = new StubbedAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void aBrokenProfileFileOfTheUserCostsNoAnswer(@TempDir Path folder) throws IOException {
        stub();
        Files.writeString(folder.resolve("credentials"), "[default\n");
        OwnSettings settings = new OwnSettings(Map.of(
                "aws.sharedCredentialsFile", folder.resolve("credentials").toString(),
                "aws.configFile", folder.resolve("config").toString(),
                "aws.ec2MetadataServiceEndpoint", aws.endpoint().toString()));
        try {
            assertThat(new ImdsClient(Optional.empty(), Telemetry.NONE).get(PATH))
                    .isEqualTo(new ImdsAnswer.Found("here"));
        } finally {
            settings.close();
        }
    }

    @Test
    void noTokenIsCarriedAlongARedirect() {
        stub();
        aws.server.stubFor(get(PATH)
                .willReturn(aResponse().withStatus(302).withHeader("Location", aws.endpoint() + "/elsewhere")));

        assertThat(client(aws.endpoint()).get(PATH))
                .isEqualTo(new ImdsAnswer.Failed(
                        ImdsFailure.MALFORMED,
                        "GET " + PATH + " at 127.0.0.1:" + aws.server.port() + " was answered with HTTP 302",
                        false));
        aws.server.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
        aws.server.verify(getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX-Long: ",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void anAnswerThatTricklesForEverIsGivenUp(String head) throws IOException {
        try (HostileServer server = HostileServer.start(head, Ending.TRICKLE)) {
            long start = System.nanoTime();

            ImdsAnswer answer =
                    client(URI.create("http://127.0.0.1:" + server.port())).get(PATH);

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            ImdsAnswer.Failed.class,
                            failed -> assertThat(failed.failure()).isIn(ImdsFailure.TIMEOUT, ImdsFailure.MALFORMED));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        }
    }

    private void stub() {
        aws.server.stubFor(put("/latest/api/token")
                .willReturn(
                        aResponse().withBody("FAKETOKEN").withHeader("X-Aws-Ec2-Metadata-Token-Ttl-Seconds", "21600")));
        aws.server.stubFor(get(PATH).willReturn(aResponse().withBody("here")));
    }

    private static ImdsClient client(URI endpoint) {
        return new ImdsClient(Optional.of(endpoint), Telemetry.NONE);
    }
}

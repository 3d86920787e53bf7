package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the place of the metadata service, the daemon runs on, answers scrapes, and says what it met. */
class HostileImdsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nX-Aws-Ec2-Metadata-Token-Ttl-Seconds: 21600\r\n";

    @TempDir
    private Path root;

    @Test
    void html() throws IOException {
        String page = "<html><body>Please sign in</body></html>";
        finds(
                "blind",
                "imds",
                HEAD + "Content-Length: " + page.length() + "\r\n\r\n" + page,
                HostileServer.Ending.CLOSE);
    }

    @Test
    void anEndlessBody() throws IOException {
        finds("blind", "imds", HEAD + "\r\n", HostileServer.Ending.GO_ON_FOR_EVER);
    }

    @Test
    void nothing() throws IOException {
        finds("imds_unreachable", "imds", "", HostileServer.Ending.SAY_NOTHING_MORE);
    }

    @Test
    void anAnswerThatStopsInTheMiddle() throws IOException {
        finds("imds_unreachable", "imds", HEAD + "Content-Length: 56\r\n\r\nAQ", HostileServer.Ending.SAY_NOTHING_MORE);
    }

    @Test
    void garbage() throws IOException {
        finds(
                "blind",
                "imds",
                "\u0000\u0001\u0002 HTTP is not spoken here \u00ff\u00fe\r\n\r\n",
                HostileServer.Ending.CLOSE);
    }

    private void finds(String code, String subject, String answer, HostileServer.Ending ending) throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("proc"));
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/bash\n");
        try (HostileServer imds = HostileServer.start(answer, ending)) {
            Path config = Files.writeString(
                    root.resolve("rolemeter.yml"), "imds: { endpoint: \"http://127.0.0.1:" + imds.port() + "\" }\n");
            String address = "127.0.0.1:" + RunningProcess.freePort();
            try (RunningProcess daemon = PackagedJar.start(
                    "serve",
                    "--config",
                    config.toString(),
                    "--root",
                    root.toString(),
                    "--web.listen-address",
                    address)) {
                daemon.awaitOk(URI.create("http://" + address + "/-/healthy"), LIMIT);
                assertThat(RunningProcess.get(URI.create("http://" + address + "/metrics")))
                        .contains("rolemeter_imds_up");
                daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);

                JsonNode status = new JsonMapper()
                        .readTree(RunningProcess.get(URI.create("http://" + address + "/api/v1/status")));
                assertThat(status.path("findings").findValuesAsText("code")).contains(code);
                assertThat(status.path("findings").findValuesAsText("subject")).contains(subject);
                assertThat(RunningProcess.get(URI.create("http://" + address + "/metrics")))
                        .contains("rolemeter_imds_up 0.0")
                        .contains("rolemeter_collector_up{collector=\"role\",} 1.0");
                assertThat(daemon.description()).doesNotContain("Please sign in", "is not spoken here", "Exception");
            }
        }
    }
}

package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image of Rolemeter does for the host that is mounted at {@code /host}, with and without rights. */
abstract class ContainerContract {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String USER = "10169:10169";
    private static final String STATE = "/var/lib/rolemeter";

    private final Canary canary = new Canary();

    @TempDir
    private Path folder;

    private PlantedHost host;

    /** Where the image is, and a container of it. */
    abstract Buildah buildah();

    abstract String container();

    @BeforeEach
    void plant() throws IOException {
        host = PlantedHost.write(Files.createDirectory(folder.resolve("host")), canary);
    }

    @Test
    void itsUserIsNotRootAndHasItsState() throws IOException {
        JsonNode config = new JsonMapper()
                .readTree(buildah().output("inspect", container()))
                .at("/OCIv1/config");

        assertThat(config.path("User").asText()).isEqualTo(USER);
        assertThat(config.path("Cmd")).extracting(JsonNode::asText).containsExactly("serve");
        assertThat(config.at("/Labels/org.opencontainers.image.title").asText()).isEqualTo("Rolemeter");
        assertThat(config.path("Env"))
                .extracting(JsonNode::asText)
                .contains("LC_ALL=C.UTF-8", "STATE_DIRECTORY=" + STATE);
        Path state = Path.of(buildah().output("mount", container()) + STATE);
        boolean everybodys = Files.getPosixFilePermissions(state).contains(PosixFilePermission.OTHERS_WRITE);
        assertThat(everybodys || Files.getAttribute(state, "unix:uid").equals(10169))
                .isTrue();
        assertThat(Files.getAttribute(state.getParent(), "unix:uid")).isEqualTo(0);
    }

    @Test
    void itSaysItsVersion() throws IOException {
        try (RunningProcess version = run(List.of(), "version")) {
            assertThat(version.awaitExit(LIMIT)).as(version.description()).isZero();
            assertThat(version.stdout()).startsWith("rolemeter ").contains("revision ");
        }
    }

    @Test
    void whatAnybodyMayReadIsFoundAndTheRestIsCounted() throws IOException {
        JsonNode document = scan(List.of());

        assertThat(places(document))
                .as("%s", document)
                .containsExactly("shared_credentials_file /home/jörg/.aws/credentials");
        assertThat(document.path("complete").asBoolean()).isFalse();
        assertThat(document.path("unreadable").findValuesAsText("path"))
                .contains("/home/deploy/.aws/credentials", "/proc/1/environ");
    }

    @Test
    void rootWithoutTheTwoCapabilitiesReadsNoMore() throws IOException {
        JsonNode document = scan(Buildah.rootWith());

        assertThat(places(document))
                .as("%s", document)
                .containsExactly("shared_credentials_file /home/jörg/.aws/credentials");
        assertThat(document.path("unreadable").findValuesAsText("path")).contains("/home/deploy/.aws/credentials");
    }

    @Test
    void rootWithTheTwoCapabilitiesReadsOtherUsersFilesAndEnvironments() throws IOException {
        try (RunningProcess program = host.startProgram()) {
            JsonNode document = scan(Buildah.rootWith("SYS_PTRACE", "DAC_READ_SEARCH"));

            assertThat(places(document))
                    .containsExactlyInAnyOrder(
                            "shared_credentials_file /home/jörg/.aws/credentials",
                            "shared_credentials_file /home/deploy/.aws/credentials",
                            "process_environment /proc/" + program.handle().pid() + "/environ");
        }
    }

    @Test
    void theDaemonServesWhatItSeesAsItsOwnUserAndRemembers() throws IOException {
        try (SimulatedHost aws = Hosts.start("healthy")) {
            host.write("etc/rolemeter/rolemeter.yml", aws.configuration());
            String address = "127.0.0.1:" + RunningProcess.freePort();
            List<String> options = List.of("--env", "AWS_EC2_METADATA_SERVICE_ENDPOINT=" + aws.metadataEndpoint());
            try (RunningProcess daemon = run(
                    options,
                    "serve",
                    "--root=/host",
                    "--config=/host/etc/rolemeter/rolemeter.yml",
                    "--web.listen-address=" + address)) {
                daemon.awaitOk(URI.create("http://" + address + "/-/ready"), LIMIT);
                String metrics = RunningProcess.get(URI.create("http://" + address + "/metrics"));

                assertThat(metrics.lines())
                        .contains(
                                "rolemeter_role_state{state=\"attached\",} 1.0",
                                "rolemeter_scan_complete{place=\"shared_credentials_file\",} 0.0",
                                "rolemeter_finding{code=\"blind\",severity=\"warning\",} 1.0",
                                "rolemeter_static_keys{place=\"shared_credentials_file\",exposure=\"at_rest\",} 1.0");
                canary.assertNothingIn("the metrics", metrics);
                ProcessHandle java = java(daemon);
                assertThat(Files.readString(Path.of("/proc/" + java.pid() + "/status")))
                        .contains("Uid:\t10169\t10169\t10169\t10169\n")
                        .containsPattern("CapEff:\\s+0{16}\n");
                java.destroy();
                assertThat(daemon.awaitExit(LIMIT)).as(daemon.description()).isEqualTo(143);
            }
        }
        Path history = Path.of(buildah().output("mount", container()) + STATE + "/history.jsonl");
        assertThat(Files.getAttribute(history, "unix:uid")).isEqualTo(10169);
    }

    private static ProcessHandle java(RunningProcess daemon) {
        return daemon.handle()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/usr/lib/rolemeter/runtime/bin/java"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode scan(List<String> options) throws IOException {
        try (RunningProcess scan = run(options, "scan", "--root=/host", "--format=json")) {
            assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
            canary.assertNothingIn("the scan", scan.stdout());
            // What runs it is written in Go, and so ends with 2 as well when it crashes.
            assertThat(scan.stdout()).as("%s", scan.description()).startsWith("{");
            return new JsonMapper().readTree(scan.stdout());
        }
    }

    /** Where the planted keys were found; the machine that this runs on may have others. */
    private List<String> places(JsonNode document) {
        List<String> found = new ArrayList<>();
        for (JsonNode key : document.path("keys")) {
            if (Stream.of(host.open(), host.hidden(), host.running())
                    .anyMatch(planted -> key.path("key_id").asText().endsWith("*" + planted.lastFour()))) {
                found.add(key.path("place").asText() + " " + key.path("path").asText());
            }
        }
        return found;
    }

    /** The image's own entry point, given these arguments. */
    private RunningProcess run(List<String> options, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(host.options());
        all.addAll(options);
        List<String> command = new ArrayList<>();
        new JsonMapper()
                .readTree(buildah().output("inspect", container()))
                .at("/OCIv1/config/Entrypoint")
                .forEach(word -> command.add(word.asText()));
        command.addAll(List.of(arguments));
        return buildah().run(container(), all, command);
    }
}

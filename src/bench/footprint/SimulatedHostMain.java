import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The simulated host as a process of its own, so that none of its memory and time counts as the agent's. Run by {@code java -cp
 * rolemeter.jar SimulatedHostMain.java FOLDER}; leaves {@code rolemeter.yml} and {@code java.options} in the folder, prints the host's root,
 * and ends when its input does.
 */
final class SimulatedHostMain {
    private static final String EIGHT_PROBES = """
            probes:
              - name: read-source
                s3-get: { bucket: source, key: health.txt }
              - name: film-size
                s3-head: { bucket: source, key: film.mp4, bytes: 957923 }
              - name: write-to-source-is-denied
                s3-put: { bucket: source, key: attempt.txt }
                expect: denied
              - name: write-output
                s3-put: { bucket: output, key: probe.txt }
              - name: viewer-role
                sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer" }
              - name: caller-identity
                aws-api: { service: sts, action: GetCallerIdentity, version: "2011-06-15" }
              - name: camera
                kvs-describe-stream: { stream: camera-1 }
              - name: nova-lite
                bedrock-converse: { model: "us.amazon.nova-lite-v1:0" }
            """;

    private SimulatedHostMain() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (SimulatedHost host =
                SimulatedHost.start(Scenarios.named("full-smoke").orElseThrow(), Clock.systemUTC())) {
            String configuration = host.configuration();
            Files.writeString(
                    folder.resolve("rolemeter.yml"),
                    configuration.substring(0, configuration.indexOf("probes:")) + EIGHT_PROBES);
            StringBuilder options = new StringBuilder();
            host.defaultChainProperties()
                    .forEach((name, value) -> options.append("-D" + name + "=" + value + "\n"));
            Files.writeString(folder.resolve("java.options"), options);
            System.out.println(host.root());
            System.out.flush();
            while (System.in.read() >= 0) {
                // Until whoever started this is gone.
            }
        }
    }
}

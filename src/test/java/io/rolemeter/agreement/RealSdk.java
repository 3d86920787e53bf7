package io.rolemeter.agreement;

import io.rolemeter.model.Sdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An SDK with a small program on it: how the program is built and started. */
enum RealSdk {
    JAVASCRIPT_V3(Sdk.JAVASCRIPT_V3, "javascript-v3", Installation.NPM, "node"),
    PYTHON(
            Sdk.BOTOCORE,
            "python",
            "python3 -m venv environment && environment/bin/pip install --quiet -r requirements.txt",
            "python3"),
    JAVA_V2(Sdk.JAVA_V2, "", "", "java") {
        @Override
        List<String> command(Path folder, GeneratedCase generated, String sts) {
            List<String> command = java(generated);
            String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            command.addAll(List.of("-cp", path, JavaV2Program.class.getName(), sts));
            return command;
        }
    },
    GO_V2(
            Sdk.GO_V2,
            "go",
            "go get github.com/aws/aws-sdk-go-v2/config github.com/aws/aws-sdk-go-v2/service/sts && go build -o program .",
            "go"),
    JAVASCRIPT_V2(Sdk.JAVASCRIPT_V2, "javascript-v2", Installation.NPM, "node"),
    JAVA_V1(
            Sdk.JAVA_V1,
            "java-v1",
            "mvn --quiet --batch-mode dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib"
                    + " && javac -cp 'lib/*' Program.java",
            "mvn") {
        @Override
        List<String> command(Path folder, GeneratedCase generated, String sts) {
            List<String> command = java(generated);
            String metadata = generated.environment().getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", "");
            command.addAll(List.of(
                    "-Dcom.amazonaws.sdk.ec2MetadataServiceEndpointOverride=" + metadata,
                    "-Duser.home=" + generated.home(),
                    "-cp",
                    folder.resolve("lib") + "/*:" + folder,
                    "Program"));
            return command;
        }
    },
    RUST(Sdk.RUST, "rust", "cargo build --quiet", "cargo");

    private final Sdk sdk;
    private final Installation installation;

    RealSdk(Sdk sdk, String sources, String build, String tool) {
        this.sdk = sdk;
        this.installation = new Installation(sources, build, tool);
    }

    Sdk sdk() {
        return sdk;
    }

    /** Where its program is; that of Java is among the tests' own classes. */
    Optional<Path> folder() throws IOException {
        return this == JAVA_V2 ? Optional.of(Path.of("")) : installation.folder();
    }

    List<String> command(Path where, GeneratedCase generated, String sts) {
        return Map.of(
                        JAVASCRIPT_V3, List.of("node", where + "/program.js"),
                        JAVASCRIPT_V2, List.of("node", where + "/program.js"),
                        PYTHON, List.of(where + "/environment/bin/python3", where + "/program.py"),
                        GO_V2, List.of(where + "/program"),
                        RUST, List.of(where + "/target/debug/agreement"))
                .getOrDefault(this, List.of());
    }

    private static List<String> java(GeneratedCase generated) {
        List<String> command = new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        generated.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        return command;
    }
}

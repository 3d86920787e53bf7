package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkTracesTest {
    private static final CommandLine NODE = new CommandLine(
            "/usr/bin/node",
            Optional.of("node"),
            List.of("/app/server.js"),
            Optional.of("/app/server.js"),
            "server.js",
            "/app",
            Set.of("/app"));

    @TempDir
    private Path folder;

    private SdkTraces withModule(String module) {
        Path root = folder.resolve(module);
        new FakeHost(root).file("/app/node_modules/" + module + "/package.json", "{}");
        return new SdkTraces(new Host(root).files(), new SearchedBinaries());
    }

    @Test
    void whatIsRememberedOfOneContainerIsNotSaidOfAnotherWithTheSamePaths() {
        assertThat(withModule("express").of(NODE, Map.of()).sdk()).isEqualTo(Sdk.UNKNOWN);
        assertThat(withModule("aws-sdk").of(NODE, Map.of()).sdk()).isEqualTo(Sdk.JAVASCRIPT_V2);
        assertThat(withModule("@aws-sdk/client-s3").of(NODE, Map.of()).sdk()).isEqualTo(Sdk.JAVASCRIPT_V3);
    }
}

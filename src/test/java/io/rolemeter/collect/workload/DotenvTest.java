package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.collect.workload.view.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotenvTest {
    private static final String ID = "AWS_ACCESS_KEY_ID";
    private static final String REGION = "AWS_REGION";

    @TempDir
    private Path root;

    private Variables loaded(FakeHost host) {
        CommandLine command = new CommandLine(
                "/usr/bin/node",
                Optional.of("node"),
                List.of("server.js"),
                Optional.of("/srv/app/server.js"),
                "server.js",
                "/srv/app",
                Set.of("/srv/app"));
        return Dotenv.of(new Host(host.root()).files(), command, Map.of()).orElse(Variables.NONE);
    }

    private FakeHost host() {
        return new FakeHost(root);
    }

    @Test
    void aFileWithARegionAloneDoesNotHideTheKeyOfTheNext() {
        Variables loaded = loaded(host().file("/srv/app/.env.production", "AWS_REGION=us-east-1\n")
                .file("/srv/app/.env", FakeHost.PAIR));
        assertThat(loaded.text(REGION)).contains("us-east-1");
        assertThat(loaded.get(ID).flatMap(Setting::origin)).contains("/srv/app/.env");
    }

    @Test
    void theFirstFileThatSetsANameCounts() {
        Variables loaded =
                loaded(host().file("/srv/app/.env.local", REGION + "=a\n").file("/srv/app/.env", REGION + "=b\n"));
        assertThat(loaded.text(REGION)).contains("a");
    }

    @Test
    void aFileOfAnotherNameCountsUntilOneSaysWhereCredentialsComeFrom() {
        FakeHost host = host().file("/srv/app/.env", REGION + "=a\n")
                .file("/srv/app/.env.staging", FakeHost.PAIR + REGION + "=b\nAWS_PROFILE=dev\n");
        assertThat(loaded(host).get(ID).flatMap(Setting::origin)).contains("/srv/app/.env.staging");
        assertThat(loaded(host).text(REGION)).contains("a");
        host.file("/srv/app/.env", FakeHost.PAIR);
        assertThat(loaded(host).get(ID).flatMap(Setting::origin)).contains("/srv/app/.env");
        assertThat(loaded(host).get("AWS_PROFILE")).isEmpty();
    }

    @Test
    void whereNoFileSetsAnythingOfAwsThereIsNothing() {
        assertThat(loaded(host().file("/srv/app/.env", "PORT=1\n"))).isSameAs(Variables.NONE);
    }
}

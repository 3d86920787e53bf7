package io.rolemeter.collect.workload;

import static io.rolemeter.collect.keys.FakeHost.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadCollectorTest {
    private static final String KEY = "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23BC7";
    private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY=" + SECRET;
    private static final String HOME = "HOME=/home/ec2-user";

    private static WorkloadCollector collector(Path root) {
        return new WorkloadCollector(
                () -> new Host(root),
                Duration.ofMinutes(1),
                () -> InstanceRole.ATTACHED,
                Clock.fixed(FakeHost.NOW, ZoneOffset.UTC));
    }

    /** Each workload as {@code name sdk source last-four}. */
    private static List<String> seen(Path root) {
        return collector(root).collect().workloads().stream()
                .map(WorkloadCollectorTest::described)
                .toList();
    }

    private static String described(Workload workload) {
        return workload.name() + " " + workload.sdk().label() + " "
                + workload.credential().source().label()
                + workload.credential()
                        .keyId()
                        .map(key -> " " + key.masked().substring(16))
                        .orElse("");
    }

    private static FakeHost host(Path root) {
        return new FakeHost(root).file("/srv/app/node_modules/@aws-sdk/client-s3/package.json", "{}");
    }

    private static byte[] bytes(String... words) {
        return (String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatHasNothingToDoWithAwsIsNotToldOf(@TempDir Path root) {
        new FakeHost(root)
                .process(1, "systemd", "LANG=C")
                .process(655, "sshd", "AWS_REGION=us-east-1")
                .process(700, "python3", HOME);
        assertThat(seen(root)).isEmpty();
    }

    @Test
    void theProcessThatLooksIsPassedOver(@TempDir Path root) {
        FakeHost host = new FakeHost(root).process(900, "bash", HOME, KEY, SECRET_KEY);
        host.process(901, "bash", HOME, KEY, SECRET_KEY).link("/proc/self", "900");
        assertThat(collector(root).collect().workloads().get(0).pids()).containsExactly(901);
    }

    @Test
    void aShellWithAKeyIsToldOf(@TempDir Path root) {
        new FakeHost(root).process(900, "bash", HOME, KEY, SECRET_KEY);
        assertThat(seen(root)).containsExactly("ec2-user/bash unknown environment 3BC7");
    }

    @Test
    void anInheritedKeyComesBeforeTheDotenvFile(@TempDir Path root) {
        FakeHost host = host(root).file("/srv/app/.env", FakeHost.pair("AKIARTX3GSDSXDOTENV7"));
        host.process(10, "node", bytes("node", "/srv/app/a.js"), bytes(HOME, KEY, SECRET_KEY));
        host.process(11, "node", bytes("node", "/srv/app/b.js"), bytes(HOME));
        assertThat(seen(root))
                .containsExactly(
                        "ec2-user/a.js javascript_v3 environment 3BC7", "ec2-user/b.js javascript_v3 environment ENV7");
        assertThat(collector(root).collect().workloads().get(1).credential().origin())
                .contains("/srv/app/.env");
    }

    @Test
    void aCommentedDotenvKeyLeavesTheRole(@TempDir Path root) {
        host(root)
                .file(
                        "/srv/app/.env",
                        "#" + FakeHost.pair("AKIARTX3GSDSXDOTENV7").replace("\nAWS", "\n#AWS"))
                .process(11, "node", bytes("node", "/srv/app/b.js"), bytes(HOME));
        assertThat(seen(root)).containsExactly("ec2-user/b.js javascript_v3 instance_role");
    }

    @Test
    void programsOfPm2AreSeenAsPm2CallsThem(@TempDir Path root) {
        host(root)
                .fixtureProcess(701, "daemon")
                .fixtureProcess(702, "eco-api")
                .fixtureProcess(704, "dotenv-api")
                .process(703, "node", bytes("node"), FakeHost.fixture("cluster-own-key.environ.bin"));
        assertThat(seen(root))
                .containsExactlyInAnyOrder(
                        "pm2:eco-api javascript_v3 environment D567",
                        "pm2:cl javascript_v3 environment TER2",
                        "pm2:dotenv-api javascript_v3 environment L234");
    }

    @Test
    void aProgramThatWroteATitleOverItsEnvironmentIsNotGuessedAt(@TempDir Path root) {
        host(root).process(10, "node", bytes("node", "/srv/app/a.js"), new byte[200]);
        assertThat(seen(root)).containsExactly("ec2-user/a.js javascript_v3 unknown");
    }

    @Test
    void unitsAndContainersAreNamedByTheirControlGroups(@TempDir Path root) {
        FakeHost host = host(root);
        host.process(10, "node", bytes("node", "/srv/app/a.js"), bytes(HOME))
                .file("/proc/10/cgroup", "0::/system.slice/api.service\n");
        host.process(11, "node", bytes("node", "/srv/app/a.js"), bytes(HOME))
                .file("/proc/11/cgroup", "0::/system.slice/docker-" + "0123456789abcdef".repeat(4) + ".scope\n");
        host.process(12, "node", bytes("node", "/srv/app/a.js"), bytes(HOME))
                .file("/proc/12/cgroup", "0::/user.slice/user-1000.slice/user@1000.service/app.slice/x.scope\n");
        assertThat(seen(root))
                .containsExactly(
                        "ec2-user/a.js javascript_v3 instance_role", "unit:api.service javascript_v3 instance_role");
        assertThat(collector(root).collect().unreadable())
                .containsExactly("container 0123456789ab: its files cannot be seen from here");
    }

    @Test
    void ofTooManyProgramsThoseWithKeysAreToldOfAndTheOthersMissed(@TempDir Path root) {
        FakeHost host = host(root);
        for (int pid = 10; pid < 1012; pid++) {
            host.process(pid, "node", bytes("node", "/srv/app/a" + pid + ".js"), bytes(HOME));
        }
        host.process(2000, "node", bytes("node", "/srv/app/z.js"), bytes(HOME, KEY, SECRET_KEY));
        WorkloadsFact fact = collector(root).collect();

        assertThat(fact.workloads()).hasSize(1000);
        assertThat(fact.workloads().get(999).name()).isEqualTo("ec2-user/z.js");
        assertThat(fact.unreadable()).containsExactly("more than 1000 programs");
    }

    @Test
    void theClassPathTellsTheSdkAndWhetherItCanAssumeRoles(@TempDir Path root) {
        new FakeHost(root)
                .file("/srv/app/lib/auth-2.41.30.jar", "PK")
                .file(
                        "/home/ec2-user/.aws/config",
                        "[default]\nrole_arn = r\ncredential_source = Ec2InstanceMetadata\n")
                .process(10, "java", bytes("java", "-cp", "lib/*", "com.example.Main"), bytes(HOME));
        assertThat(seen(root)).containsExactly("ec2-user/Main java_v2 instance_role");
    }

    @Test
    void systemPropertiesOfVariablesAndOfTheCommandLineCount(@TempDir Path root) {
        new FakeHost(root)
                .file("/srv/app/lib/auth-2.41.30.jar", "PK")
                .process(
                        10,
                        "java",
                        bytes("java", "-Daws.secretAccessKey=" + SECRET, "-cp", "lib/*", "com.example.Main"),
                        bytes(HOME, "JAVA_TOOL_OPTIONS=-Xmx1g -Daws.accessKeyId=AKIARTX3GSDSVIA23BC7"));
        assertThat(seen(root)).containsExactly("ec2-user/Main java_v2 system_properties 3BC7");
    }

    @Test
    void systemPropertiesCountWhereNoSdkIsFound(@TempDir Path root) {
        new FakeHost(root)
                .process(
                        10,
                        "java",
                        bytes("java", "-Daws.accessKeyId=AKIARTX3GSDSVIA23BC7", "-Daws.secretKey=" + SECRET, "Main"),
                        bytes(HOME));
        assertThat(seen(root)).containsExactly("ec2-user/Main unknown system_properties 3BC7");
    }

    @Test
    void systemPropertiesBesideAFileOfArgumentsCount(@TempDir Path root) {
        new FakeHost(root)
                .file("/srv/app/jvm.args", "-Daws.accessKeyId=AKIARTX3GSDSVIA23BC7\n")
                .file("/srv/app/app.jar", "PK software/amazon/awssdk/auth/credentials/")
                .process(
                        10,
                        "java",
                        bytes("java", "@jvm.args", "-Daws.secretAccessKey=" + SECRET, "-jar", "app.jar"),
                        bytes(HOME));
        assertThat(seen(root)).containsExactly("ec2-user/app.jar java_v2 system_properties 3BC7");
    }

    @Test
    void theProfileThatTheCommandLineOfAwsNamesIsUsed(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/home/ec2-user/.aws/credentials", "[app]\n" + FakeHost.pair("AKIARTX3GSDSXDOTENV7"));
        host.process(10, "aws", bytes("aws", "s3", "sync", "a", "b", "--profile", "app"), bytes(HOME, KEY, SECRET_KEY));
        host.process(11, "python3", bytes("python3", "/usr/bin/aws", "--profile=app"), bytes(HOME, KEY, SECRET_KEY));
        assertThat(seen(root)).containsExactly("ec2-user/aws aws_cli shared_credentials_file ENV7");
        assertThat(collector(root).collect().workloads().get(0).pids()).containsExactly(10, 11);
    }

    @Test
    void aBinaryTellsItsSdkByTheNamesInIt(@TempDir Path root) {
        new FakeHost(root)
                .file(
                        "/usr/local/bin/uploader",
                        "\u007fELF" + "x".repeat(2_000_000) + "github.com/aws/aws-sdk-go-v2/config.LoadDefaultConfig")
                .process(10, "uploader", bytes("uploader"), bytes(HOME))
                .link("/proc/10/exe", "/usr/local/bin/uploader");
        assertThat(seen(root)).containsExactly("ec2-user/uploader go_v2 instance_role");
    }

    @Test
    void aVariableInAPathThatBotocoreReadsIsLookedUp(@TempDir Path root) {
        new FakeHost(root)
                .file("/srv/app/botocore/__init__.py", "")
                .file("/opt/conf/creds", "[default]\n" + FakeHost.pair("AKIARTX3GSDSVIA23BC7"))
                .process(
                        10,
                        "python3",
                        bytes("python3", "a.py"),
                        bytes(HOME, "CONF=/opt/conf", "AWS_SHARED_CREDENTIALS_FILE=$CONF/creds"));
        assertThat(seen(root)).containsExactly("ec2-user/a.py botocore shared_credentials_file 3BC7");
    }

    @Test
    void anInterpreterIsKnownWhateverItsVersionAndItsOptions(@TempDir Path root) {
        FakeHost host = host(root).file("/srv/app/server.js", "").file("/srv/app/.env", FakeHost.PAIR);
        host.process(10, "node-20", bytes("/usr/bin/node", "server.js"), bytes(HOME))
                .link("/proc/10/exe", "/usr/bin/node-20");
        host.process(11, "node", bytes("node", "-r", "dotenv/config", "/srv/app/server.js"), bytes(HOME))
                .link("/proc/11/exe", "/usr/bin/node-22");
        assertThat(seen(root)).containsExactly("ec2-user/server.js javascript_v3 environment 3BC7");
        assertThat(collector(root).collect().workloads().get(0).pids()).containsExactly(10, 11);
    }

    @Test
    void aVirtualEnvironmentIsFoundByARelativePath(@TempDir Path root) {
        new FakeHost(root)
                .file("/srv/app/venv/lib/python3.11/site-packages/botocore/__init__.py", "")
                .process(10, "python", bytes("./venv/bin/python", "a.py"), bytes(HOME))
                .link("/proc/10/exe", "/usr/bin/python3.11");
        assertThat(seen(root)).containsExactly("ec2-user/a.py botocore instance_role");
    }

    @Test
    void aNewProcessOfTheSameWorkloadIsARestart(@TempDir Path root) {
        FakeHost host = host(root);
        WorkloadCollector collector = collector(root);
        host.process(10, "node", bytes("node", "/srv/app/a.js"), bytes(HOME));
        assertThat(collector.collect().restarts()).containsEntry("ec2-user/a.js", 0L);
        host.process(11, "node", bytes("node", "/srv/app/a.js"), bytes(HOME));
        assertThat(collector.collect().restarts()).containsEntry("ec2-user/a.js", 1L);
        assertThat(collector.collect().restarts()).containsEntry("ec2-user/a.js", 1L);
    }

    @Test
    void nothingOfASecretOrAWholeIdIsKept(@TempDir Path root) {
        host(root)
                .file("/home/ec2-user/.aws/credentials", "[default]\n" + FakeHost.pair("AKIARTX3GSDSVIA23BC7"))
                .process(10, "node", bytes("node", "/srv/app/a.js"), bytes(HOME, KEY, SECRET_KEY));
        WorkloadsFact fact = collector(root).collect();
        assertThat(fact.toString()).contains("3BC7").doesNotContain(SECRET, "AKIARTX3GSDS");
    }
}

package io.rolemeter.collect.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.workload.Restarts;
import io.rolemeter.collect.workload.WorkloadScan;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.WorkloadsFact;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every format, malformed in every way that the others know: each costs nothing but itself. */
class MalformedFilesTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String VICTIM = "/root/.aws/credentials";

    private static final String[] PLACES = {
        "/home/ec2-user/.aws/credentials",
        "/home/ec2-user/.aws/config",
        "/srv/app/.env",
        "/srv/app/serverless.yml",
        "/srv/app/application.yml",
        "/home/ec2-user/.pm2/dump.pm2",
        "/etc/systemd/system/app.service",
        "/etc/environment",
        "/etc/cron.d/backup"
    };

    private static Map<String, byte[]> malformed() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("nothing", "");
        texts.put("blank lines", "\n\r\n \t\n\u000b\f");
        texts.put("one bracket", "[");
        texts.put("a section that does not end", "[profile a\nx = y\n[]\n[ ]\n[[b]]\n]");
        texts.put("no section", "aws_access_key_id = x\n = y\n=\nx=\n : z\n");
        texts.put("nested settings", "[a]\ns3 =\n  a = b\n    c\n\td = e\n  =\n");
        texts.put(
                "a cycle of profiles",
                "[a]\nsource_profile = b\n[b]\nsource_profile = a\n[default]\nsource_profile = default\n");
        texts.put("profiles twice", "[default]\nregion=a\n[default]\nregion=b\n[profile default]\nregion=c\n");
        texts.put("continued without end", "a = b \\\n".repeat(50_000));
        texts.put("one long line", "x".repeat(1_900_000));
        texts.put("many short lines", "a=b\n".repeat(400_000));
        texts.put("many sections", "[profile a]\n".repeat(150_000));
        texts.put("many quotes", "A=\"'\"'\"".repeat(200_000));
        texts.put("quotes that do not end", "A=\"x\nB='y\nexport C=`z\nD=$(\nE=${F:-${G:-${E}}}\n");
        texts.put("expansions in a circle", "A=$B\nB=$A\nC=${C}${C}\n".repeat(2_000));
        texts.put("an alias of itself", "a: &a [*a]\nb: *a\n<<: *a\n");
        texts.put("billion laughs", laughs());
        texts.put("deep lists", "[".repeat(100_000));
        texts.put("deep indentation", indentation());
        texts.put("tags", "!!java.net.URL [http://127.0.0.1:9/]\n--- !!python/object:os.system x\n...\n%YAML 9.9\n");
        texts.put("a template", "{{ a }}\n{% b %}\n<<EOF\nEOF\n");
        texts.put("units", """
                [Service]
                ExecStart=
                ExecStart=@- -!+:
                EnvironmentFile=-
                EnvironmentFile=/
                EnvironmentFile=/etc/%i%%%
                Environment="A
                Environment=A=\\
                \\
                WorkingDirectory=~%
                User=%%%s
                """);
        texts.put(
                "a unit that reads itself",
                "[Service]\nEnvironmentFile=/etc/systemd/system/app.service\nExecStart=/bin/sh -c %n\n");
        texts.put("line ends of all kinds", "A=b\rC=d\n\rE=f\u0085G=h\u2028I=j\u2029\u000bK=l");
        Map<String, byte[]> all = new LinkedHashMap<>();
        texts.forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
        all.put("no UTF-8", "A=\u00ff\u00fe\u0080\u00c0\u00af\n[\u00f8]\n".getBytes(ISO_8859_1));
        all.put("UTF-16", "\ufeff[default]\nA=b\n".getBytes(UTF_16LE));
        all.put("zeros", new byte[1_000_000]);
        all.put("a mark alone", "\ufeff".getBytes(UTF_8));
        return all;
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 lol\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9) + "*a" + (i - 1)));
        }
        return text.toString();
    }

    private static String indentation() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 1_500; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
    }

    @Test
    void eachCostsNothingButItself(@TempDir Path folder) {
        int number = 0;
        for (Map.Entry<String, byte[]> each : malformed().entrySet()) {
            FakeHost host = new FakeHost(folder.resolve("h" + number++))
                    .file(VICTIM, "[default]\n" + FakeHost.PAIR)
                    .process(10, "node", "HOME=/home/ec2-user", "AWS_PROFILE=a", "PM2_HOME=/home/ec2-user/.pm2");
            for (String place : PLACES) {
                host.file(place, each.getValue());
            }

            KeysFact keys = assertTimeoutPreemptively(LIMIT, () -> host.collect(), each.getKey());
            WorkloadsFact workloads = assertTimeoutPreemptively(LIMIT, () -> workloads(host.root()), each.getKey());

            assertThat(FakeHost.described(keys))
                    .as(each.getKey())
                    .containsExactly("shared_credentials_file " + VICTIM + ":2 3BC7 at_rest");
            assertThat(keys.places().toString()).as(each.getKey()).doesNotContain("failed with");
            assertThat(workloads.unreadable()).as(each.getKey()).noneMatch(line -> line.contains("out of time"));
        }
        System.out.println("malformed files: " + number + " texts in " + PLACES.length + " places each");
    }

    private static WorkloadsFact workloads(Path root) {
        return Objects.requireNonNull(new WorkloadScan(() -> new Host(root), Clock.systemUTC(), new Restarts())
                .look(Set.of(InstanceRole.ATTACHED))
                .get(InstanceRole.ATTACHED));
    }
}

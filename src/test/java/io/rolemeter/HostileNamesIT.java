package io.rolemeter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Users, programs, folders and files whose names would steer a terminal, break a line, a label or a page: all are shown, and do
 * nothing.
 */
class HostileNamesIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PAIR = "AWS_ACCESS_KEY_ID=AKIARTX3GSDSVIA23B%02d\nAWS_SECRET_ACCESS_KEY="
            + "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T\n";

    private static final List<String> NAMES = List.of(
            "two\nlines",
            "\u001b[2J\u001b]0;title\u0007",
            "\u009b31m",
            "<script>alert(1)<%2fscript>",
            "\"quoted\" and 'quoted' and \\",
            "label=\"x\"} 1\nrolemeter_status{status=\"ok\"} 1",
            "right\u202eto left\u200b",
            "\u00e4\u6f22\ud83d\ude00",
            "--help; rm *");

    /** Everything but the line end that a terminal, or whoever reads a line, would not show as it is. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\u2028\u2029&&[^\n]]");

    private static final Pattern LABELS =
            Pattern.compile("(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\",?)*");

    @TempDir
    private Path folder;

    @Test
    void theyAreShownAndDoNothing() throws IOException {
        try (SimulatedHost host = Hosts.start("stale-app")) {
            plant(host.root());
            Path config = Files.writeString(
                    folder.resolve("rolemeter.yml"), host.configuration() + "keys: { paths: [/opt/strange] }\n");
            for (List<String> command : List.of(
                    List.of("check"), List.of("check", "--format", "nagios"), List.of("explain"), List.of("scan"))) {
                String[] all = new String[command.size() + 4];
                command.toArray(all);
                all[command.size()] = "--config";
                all[command.size() + 1] = config.toString();
                all[command.size() + 2] = "--root";
                all[command.size() + 3] = host.root().toString();
                try (RunningProcess run = PackagedJar.start(host.defaultChainProperties(), all)) {
                    assertThat(run.awaitExit(LIMIT)).as(run.description()).isLessThan(3);
                    steersNothing(command.toString(), run.stdout() + run.stderr());
                }
            }
            served(host, config);
        }
    }

    private static void served(SimulatedHost host, Path config) throws IOException {
        String address = "127.0.0.1:" + RunningProcess.freePort();
        try (RunningProcess daemon = PackagedJar.serve(host, config, address)) {
            URI base = URI.create("http://" + address);
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);
            String metrics = RunningProcess.get(base.resolve("/metrics"));
            steersNothing("metrics", metrics);
            assertThat(metrics.lines().filter(line -> !line.startsWith("#"))).allSatisfy(line -> {
                int open = line.indexOf('{');
                String labels = open < 0 ? "" : line.substring(open + 1, line.lastIndexOf('}'));
                assertThat(LABELS.matcher(labels).matches()).as(line).isTrue();
            });
            assertThat(metrics.lines().filter(line -> line.startsWith("rolemeter_status{")))
                    .hasSize(4);
            String page = RunningProcess.get(base.resolve("/"));
            steersNothing("the page", page);
            assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
            String status = RunningProcess.get(base.resolve("/api/v1/status"));
            assertThat(new JsonMapper().readTree(status).toString()).contains("alert(1)");
            assertThat(status.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
            steersNothing("the log", daemon.stderr());
            assertThat(daemon.stderr().lines()).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d .*"));
        }
    }

    private static void steersNothing(String where, String told) {
        assertThat(STEERING.matcher(told)
                        .results()
                        .map(found -> "U+%04X".formatted((int) found.group().charAt(0))))
                .as(where)
                .isEmpty();
        assertThat(told).as(where).contains("alert(1)");
    }

    private static void plant(Path root) throws IOException {
        int number = 0;
        Path opt = Files.createDirectories(root.resolve("opt/strange"));
        Path passwd = root.resolve("etc/passwd");
        for (String name : NAMES) {
            String pair = PAIR.formatted(number)
                    .replace('0', 'A')
                    .replace('1', 'B')
                    .replace('8', 'C')
                    .replace('9', 'D');
            Path strange = Files.createDirectory(opt.resolve(name));
            Files.writeString(strange.resolve(name + ".env"), pair);
            Files.writeString(
                    passwd,
                    name.replace('\n', ' ').replace(':', ';') + ":x:" + (7000 + number) + ":7000::/opt/strange/"
                            + number + ":/bin/sh\n",
                    StandardOpenOption.APPEND);
            process(root, 9000 + number, name, "HOME=/home/deploy\n" + pair);
            process(root, 9100 + number, name, "pm_id=" + number + "\0name=" + name + "\0HOME=/x\n" + pair);
            number++;
        }
        process(root, 9200, "\u00ff\u00fe\u0080\u00c0\u00af", "A=b");
    }

    private static void process(Path root, int pid, String name, String environment) throws IOException {
        Path folder = Files.createDirectories(root.resolve("proc/" + pid));
        Files.write(
                folder.resolve("environ"), environment.replace("\nAWS", "\0AWS").getBytes(UTF_8));
        Files.write(
                folder.resolve("cmdline"),
                (name + "\0/srv/" + name + "/server.js\0").getBytes(pid == 9200 ? ISO_8859_1 : UTF_8));
        Files.writeString(folder.resolve("comm"), name + "\n");
        int user = 7000 + pid % 100;
        Files.writeString(
                folder.resolve("status"),
                "Name:\t" + name.replace("\n", "\\n") + "\nPPid:\t1\nUid:\t" + user + "\t" + user + "\t" + user + "\t"
                        + user + "\nVmSize:\t1 kB\n");
        Files.createSymbolicLink(folder.resolve("cwd"), Path.of("/opt/strange/" + name));
    }
}

package io.rolemeter.collect.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is larger, or stranger, than any should be: what is there is found, or said not to be known. */
class HostileHostIT {
    private static final String DUMP = "/home/ec2-user/.pm2/dump.pm2";

    @Test
    void tenThousandProcesses(@TempDir Path root) {
        FakeHost host = new FakeHost(root);
        for (int pid = 2; pid < 10_002; pid++) {
            host.process(pid, "sleep", pid == 10_001 ? "A=AKIARTX3GSDSVIA23BC7\0B=" + FakeHost.SECRET : "A=b");
        }

        KeysFact fact = host.collect();

        assertThat(FakeHost.described(fact))
                .containsExactly("process_environment /proc/10001/environ 3BC7 live sleep[10001]");
        assertThat(FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).examined()).isEqualTo(10_000);
    }

    @Test
    void environmentsOfTwoMegabytesAreReadOrSaidNotToBe(@TempDir Path root) {
        String filler = ("X=" + "y".repeat(1_000) + "\0").repeat(2_100);
        String environment = filler + "A=AKIARTX3GSDSVIA23BC7\0B=" + FakeHost.SECRET + "\0";
        FakeHost host = new FakeHost(root)
                .process(10, "node", "node\0".getBytes(UTF_8), environment.getBytes(UTF_8))
                .process(11, "ruby", "A=AKIARTX3GSDSOLD22222", "B=" + FakeHost.SECRET);

        KeysFact fact = host.collect();

        assertThat(FakeHost.described(fact)).contains("process_environment /proc/11/environ 2222 live ruby[11]");
        assertThat(fact.keys().size() == 2
                        || FakeHost.scan(fact, Place.PROCESS_ENVIRONMENT).unreadable() == 1)
                .isTrue();
    }

    @Test
    void whateverAProcessCallsItselfIsOneLineWithoutControlCharacters(@TempDir Path root) {
        FakeHost host = new FakeHost(root);
        int pid = 10;
        for (String name : List.of(
                "two\nlines",
                "\"quoted\"'",
                "<script>alert(1)</script>",
                "\u00ff\u00fe\u0080",
                "\u001b[2J\u001b]0;x\u0007")) {
            byte[] environment = ("pm_id=" + pid + "\0name=" + name + "\0A=AKIARTX3GSDSVIA23BC7\0B=" + FakeHost.SECRET
                            + "\0")
                    .getBytes(ISO_8859_1);
            host.process(pid, "node", (name + "\0").getBytes(ISO_8859_1), environment);
            pid++;
        }

        KeysFact fact = host.collect();

        assertThat(fact.keys()).isNotEmpty();
        assertThat(fact.keys())
                .allSatisfy(
                        key -> assertThat(key.program().orElse("")).isNotEmpty().doesNotContainPattern("[\\p{Cc}]"));
    }

    @Test
    void aPasswordFileOfFiftyThousandUsers(@TempDir Path root) {
        StringBuilder passwd = new StringBuilder();
        for (int user = 0; user < 50_000; user++) {
            passwd.append("u%d:x:%d:%d::/home/u%d:/bin/sh\n".formatted(user, 1_000 + user, 1_000 + user, user));
        }
        FakeHost host = new FakeHost(root)
                .file("/etc/passwd", passwd.toString())
                .file("/home/u49999/.aws/credentials", "[default]\n" + FakeHost.PAIR);

        KeysFact fact = host.collect();

        assertThat(!fact.keys().isEmpty() || !fact.complete()).isTrue();
    }

    @Test
    void aDumpOfAHundredMegabytesIsSaidNotToBeRead(@TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root).file(DUMP, "[");
        try (RandomAccessFile dump = new RandomAccessFile(host.path(DUMP).toFile(), "rw")) {
            dump.setLength(100L << 20);
        }

        assertThat(host.collect().complete()).isFalse();
    }

    @Test
    void aDumpThatIsNoDumpCostsNoOtherFile(@TempDir Path root) {
        for (String text :
                List.of("[".repeat(500_000), "{\"a\":".repeat(200_000), "[{]", "\u0000", "[1, null, [], {}]")) {
            FakeHost host = new FakeHost(root)
                    .file(DUMP, text)
                    .file("/home/ec2-user/.aws/credentials", "[default]\n" + FakeHost.PAIR);

            assertThat(FakeHost.described(host.collect()))
                    .as(text.substring(0, 1))
                    .hasSize(1);
        }
    }
}

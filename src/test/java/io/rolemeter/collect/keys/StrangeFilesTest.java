package io.rolemeter.collect.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rolemeter.model.KeysFact;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** What is no ordinary file, in each place where keys hide: it is not waited for, it is said, and the rest is read. */
class StrangeFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long TERABYTE = 1L << 40;
    private static final String VICTIM = "/root/.aws/credentials";

    private static final List<String> PLACES = List.of(
            "/home/ec2-user/.aws/credentials",
            "/home/ec2-user/.aws/config",
            "/home/ec2-user/.pm2/dump.pm2",
            "/home/ec2-user/.bashrc",
            "/home/ec2-user/.bash_history",
            "/home/ec2-user/.s3cfg",
            "/srv/app/.env",
            "/srv/app/ecosystem.config.js",
            "/srv/app/application.properties",
            "/srv/app/terraform.tfvars",
            "/srv/app/serverless.yml",
            "/etc/environment",
            "/etc/profile.d/aws.sh",
            "/etc/cron.d/backup",
            "/etc/systemd/system/app.service",
            "/etc/hadoop/core-site.xml",
            "/var/lib/docker/containers/0a1b/config.v2.json");

    /** Each with the words that it is reported with. */
    enum Strange {
        LOOP("too many links") {
            @Override
            void put(Path path) throws IOException {
                Files.createSymbolicLink(path, path.getFileName());
            }
        },
        PIPE("is a named pipe") {
            @Override
            void put(Path path) throws IOException {
                run("mkfifo", path.toString());
            }
        },
        SOCKET("is a socket") {
            @Override
            void put(Path path) throws IOException {
                Path close = Files.createTempDirectory("s").resolve("s");
                try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.bind(UnixDomainSocketAddress.of(close));
                    Files.move(close, path);
                }
            }
        },
        ENDLESS_DEVICE("is a device") {
            @Override
            void put(Path path) throws IOException {
                run("mknod", path.toString(), "c", "1", "5");
            }
        },
        SPARSE_TERABYTE("larger than 2 MiB") {
            @Override
            void put(Path path) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(TERABYTE);
                }
            }
        };

        private final String words;

        Strange(String words) {
            this.words = words;
        }

        abstract void put(Path path) throws IOException;

        private static void run(String... command) throws IOException {
            try {
                if (new ProcessBuilder(command).start().waitFor() != 0) {
                    System.out.println("strange files: SKIPPED, because this user may not " + command[0]);
                    throw new TestAbortedException(command[0]);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsSaidInEveryPlaceAndNotWaitedFor(Strange strange, @TempDir Path root) throws IOException {
        FakeHost host = new FakeHost(root)
                .file(VICTIM, "[default]\n" + FakeHost.PAIR)
                .process(10, "node", "A=b")
                .file("/srv/app/package.json", "{}");
        for (String place : PLACES) {
            Files.createDirectories(host.path(place.substring(0, place.lastIndexOf('/'))));
            strange.put(host.path(place));
        }

        KeysFact fact = assertTimeoutPreemptively(LIMIT, () -> host.collect());

        assertThat(FakeHost.described(fact)).containsExactly("shared_credentials_file " + VICTIM + ":2 3BC7 at_rest");
        Set<String> said = new TreeSet<>();
        examples(fact).filter(each -> each.endsWith(": " + strange.words)).forEach(said::add);
        assertThat(said)
                .containsAll(PLACES.stream()
                        .map(place -> place + ": " + strange.words)
                        .toList());
        assertThat(examples(fact)).noneMatch(each -> each.contains("failed with"));
    }

    private static Stream<String> examples(KeysFact fact) {
        return fact.places().stream()
                .flatMap(scan -> scan.examples().stream())
                .map(each -> each.path() + ": " + each.reason());
    }
}

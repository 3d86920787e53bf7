package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.config.Settings;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A host made of files: users, homes and processes as {@code /proc} shows them. */
public final class FakeHost {
    public static final Instant NOW = Instant.parse("2026-11-21T16:00:00Z");
    public static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";
    public static final String PAIR = pair("AKIARTX3GSDSVIA23BC7");

    private final Path root;

    public FakeHost(Path root) {
        this.root = root;
        file("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nec2-user:x:1000:1000::/home/ec2-user:/bin/bash\n");
    }

    /** Two lines as in a dotenv file or a section of {@code credentials}. */
    public static String pair(String id) {
        return "AWS_ACCESS_KEY_ID=" + id + "\nAWS_SECRET_ACCESS_KEY=" + SECRET + "\n";
    }

    public static byte[] fixture(String name) {
        try (InputStream in = Objects.requireNonNull(FakeHost.class.getResourceAsStream("/pm2/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path root() {
        return root;
    }

    public Path path(String hostPath) {
        return root.resolve(hostPath.substring(1));
    }

    public FakeHost file(String hostPath, String content) {
        return file(hostPath, content.getBytes(StandardCharsets.UTF_8));
    }

    public FakeHost file(String hostPath, byte[] content) {
        try {
            Files.createDirectories(Objects.requireNonNull(path(hostPath).getParent()));
            Files.write(path(hostPath), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeHost mode(String hostPath, String permissions) {
        try {
            Files.setPosixFilePermissions(path(hostPath), PosixFilePermissions.fromString(permissions));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeHost link(String hostPath, String target) {
        try {
            Files.createDirectories(Objects.requireNonNull(path(hostPath).getParent()));
            Files.createSymbolicLink(path(hostPath), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process of uid 1000 that works in {@code /srv/app}. */
    public FakeHost process(int pid, String command, byte[] commandLine, byte[] environment) {
        String folder = "/proc/" + pid + "/";
        file(folder + "status", "Name:\t" + command + "\nPPid:\t1\nUid:\t1000\t1000\t1000\t1000\nVmSize:\t1 kB\n");
        file(folder + "comm", command + "\n");
        file(folder + "cmdline", commandLine);
        file(folder + "environ", environment);
        return link(folder + "cwd", "/srv/app");
    }

    /** A process with variables, each {@code NAME=value}. */
    public FakeHost process(int pid, String command, String... variables) {
        String environment = String.join("\0", variables) + "\0";
        return process(pid, command, bytes("/usr/bin/" + command + "\0"), bytes(environment));
    }

    /** A process as it was observed under PM2. */
    public FakeHost fixtureProcess(int pid, String name) {
        return process(
                pid,
                new String(fixture(name + ".comm"), StandardCharsets.UTF_8).strip(),
                fixture(name + ".cmdline.bin"),
                fixture(name + ".environ.bin"));
    }

    public KeysFact collect() {
        return collect(List.of(), List.of());
    }

    public KeysFact collect(List<String> paths, List<String> exclude) {
        return collector(paths, exclude).collect();
    }

    public KeysCollector collector(List<String> paths, List<String> exclude) {
        return new KeysCollector(
                () -> new Host(root),
                new Settings.Keys(Duration.ofMinutes(1), paths, exclude),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The keys as {@code place path:line masked exposure program}, to be compared whole. */
    public static List<String> described(KeysFact fact) {
        return fact.keys().stream().map(FakeHost::described).toList();
    }

    public static PlaceScan scan(KeysFact fact, Place place) {
        return fact.places().stream()
                .filter(scan -> scan.place() == place)
                .findFirst()
                .orElseThrow();
    }

    private static String described(FoundKey key) {
        String masked = key.keyId().masked();
        return key.place().label() + " " + key.location() + " "
                + masked.substring(masked.length() - 4) + " " + key.exposure().label()
                + key.program().map(program -> " " + program).orElse("");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

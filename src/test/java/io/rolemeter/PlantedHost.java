package io.rolemeter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The root of a host for a container: a key that anybody may read, one in a private home, and one in another user's process. */
record PlantedHost(Path root, Canary.Key open, Canary.Key hidden, Canary.Key running) {
    private static final String PROFILE = "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n";
    private static final int DEPLOY = 4711;

    static PlantedHost write(Path root, Canary canary) throws IOException {
        PlantedHost host = new PlantedHost(
                root,
                canary.plant("the credentials of a user whose name is not ASCII"),
                canary.plant("the credentials in a private home"),
                canary.plant("the environment of another user's process"));
        Files.createDirectories(root.resolve("proc"));
        host.write("etc/passwd", "jörg:x:4712:4712::/home/jörg:/bin/sh\ndeploy:x:4711:4711::/home/deploy:/bin/sh\n");
        host.write("home/jörg/.aws/credentials", PROFILE.formatted(host.open.id(), host.open.secret()));
        host.write("home/deploy/.aws/credentials", PROFILE.formatted(host.hidden.id(), host.hidden.secret()));
        host.give("home/deploy/.aws/credentials", "rw-------");
        host.give("home/deploy/.aws", "rwx------");
        host.give("home/deploy", "rwx------");
        return host;
    }

    /** A program of user deploy with the key in its environment, as long as it is not closed. */
    RunningProcess startProgram() throws IOException {
        RunningProcess program = RunningProcess.start(List.of(
                "setpriv",
                "--reuid=" + DEPLOY,
                "--regid=" + DEPLOY,
                "--clear-groups",
                "env",
                "AWS_ACCESS_KEY_ID=" + running.id(),
                "AWS_SECRET_ACCESS_KEY=" + running.secret(),
                "sleep",
                "600"));
        Path name = Path.of("/proc/" + program.handle().pid() + "/comm");
        while (Files.exists(name) && !Files.readString(name).equals("sleep\n")) {
            Thread.onSpinWait();
        }
        return program;
    }

    /** Options that mount this host where the Dockerfile says, with the processes of this machine. */
    List<String> options() {
        return Stream.concat(
                        Buildah.mount(root, "/host").stream(), Buildah.mount(Path.of("/proc"), "/host/proc").stream())
                .toList();
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private void give(String path, String mode) throws IOException {
        Path file = root.resolve(path);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        Files.setAttribute(file, "unix:uid", DEPLOY);
    }
}

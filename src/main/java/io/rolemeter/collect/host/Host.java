package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One look at a host: its files, and the users and processes that were there when it began. Made anew for each look; not for use
 * by several threads.
 */
public final class Host {
    private static final String PASSWD = "/etc/passwd";

    private final HostFiles files;
    private final Reading passwd;
    private final Users users;
    private final Processes processes;

    /**
     * Begins a look.
     *
     * @param root {@code /} for the host that this runs on
     */
    public Host(Path root) {
        this(root, Mounts.beneath(root), HostFiles.opener());
    }

    Host(Path root, Mounts mounts, Opener opener) {
        Mounts refused = mounts.andSilent();
        passwd = new HostFiles(root, refused, opener, Integer::toUnsignedString).read(PASSWD);
        users = Users.parse(passwd instanceof Reading.Text text ? text.content() : "");
        files = new HostFiles(root, refused, opener, users::name);
        processes = new Processes(files, users);
    }

    public HostFiles files() {
        return files;
    }

    /** The files that a process in a container sees; empty when the kernel does not let this process in. */
    public Optional<HostFiles> filesOf(HostProcess process) {
        // Elsewhere the link to a process's root is an ordinary one, which would lead out of this host.
        if (!(files.resolve("/proc") instanceof Resolution.Found proc) || !KernelFiles.isOfKernel(proc.path())) {
            return Optional.empty();
        }
        Path directory = proc.path().resolve(Integer.toString(process.pid()));
        Path inside = directory.resolve("root");
        Mounts mounts = Mounts.of(directory).andSilent();
        return !mounts.refuses(inside) && isReadable(inside)
                ? Optional.of(new HostFiles(inside, mounts, HostFiles.opener(), users::name))
                : Optional.empty();
    }

    private static boolean isReadable(Path inside) {
        try {
            return Looking.ask(inside, () -> Files.isReadable(inside));
        } catch (IOException e) {
            return false;
        }
    }

    public Users users() {
        return users;
    }

    /** How reading {@code /etc/passwd} went: without it, homes are missing from {@link #users()}. */
    public Reading passwd() {
        return passwd;
    }

    public Processes processes() {
        return processes;
    }
}

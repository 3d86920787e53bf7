package io.rolemeter.collect.host;

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
    private final Roots roots;

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
        roots = new Roots(root, processes);
    }

    public HostFiles files() {
        return files;
    }

    /** What a process has for {@code /} when that is not the host's. */
    public Optional<OtherRoot> otherRoot(HostProcess process, String controlGroup) {
        return roots.other(process, controlGroup);
    }

    /** The files that a process in a container sees; empty when the kernel does not let this process in. */
    public Optional<HostFiles> filesOf(HostProcess process) {
        Optional<Path> folder = processes.folder(process.pid());
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path inside = folder.get().resolve("root");
        Mounts mounts = Mounts.of(folder.get()).andSilent();
        return !mounts.refuses(inside) && Roots.key(inside).isPresent()
                ? Optional.of(files.beneath(inside, mounts))
                : Optional.empty();
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

package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells the processes that see the host's files from those that have a root of their own. Where the kernel lets this process ask, by
 * the identity of the root folder, at the price of one {@code stat}; elsewhere by the container's id in the control group.
 */
final class Roots {
    private final Path root;
    private final Processes processes;
    private Optional<Object> own = Optional.empty();

    Roots(Path root, Processes processes) {
        this.root = root;
        this.processes = processes;
    }

    /** Empty when the process sees the host's files, or nothing says that it does not. */
    Optional<OtherRoot> other(HostProcess process, String controlGroup) {
        Optional<String> container = Containers.idOf(controlGroup);
        Optional<Path> link = processes.folder(process.pid()).map(folder -> folder.resolve("root"));
        Optional<Object> theirs = link.flatMap(Roots::key);
        boolean canTell = theirs.isPresent() && own().isPresent();
        boolean isHosts = canTell ? theirs.equals(own()) : container.isEmpty();
        return isHosts
                ? Optional.empty()
                : Optional.of(new OtherRoot(
                        container.orElse("") + theirs.map(Object::toString).orElse(""),
                        container,
                        Processes.path(process.pid(), "root"),
                        link.flatMap(Roots::target).orElse("/")));
    }

    /** What is the same for all paths of one folder; empty when it may not be asked for or does not answer. */
    static Optional<Object> key(Path folder) {
        if (Looking.silent().contains(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Looking.ask(
                    folder,
                    () -> Files.readAttributes(folder, BasicFileAttributes.class)
                            .fileKey()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> own() {
        if (own.isEmpty()) {
            own = key(root);
        }
        return own;
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.rolemeter.collect.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is never searched beneath a root: file systems of a network, whose server may not answer, and those that a program feeds
 * (FUSE); and whatever has already given no answer.
 *
 * @param types of the file systems by where they are mounted, in this process's own paths
 * @param silent what gives no answer, in the same paths
 */
record Mounts(Map<Path, String> types, Set<Path> silent) {
    static final Mounts NONE = new Mounts(Map.of());

    private static final Path OWN = Path.of("/proc/self/mountinfo");
    private static final Path TOP = Path.of("/");
    private static final List<String> REMOTE = List.of(
            "nfs",
            "cifs",
            "smb",
            "afs",
            "ceph",
            "lustre",
            "gluster",
            "9p",
            "beegfs",
            "gpfs",
            "gfs2",
            "ocfs2",
            "orangefs",
            "coda",
            "autofs",
            "fuse",
            "davfs",
            "ncpfs");
    private static final int MOUNT_POINT = 4;
    private static final int MAX_MOUNTS = 20_000;

    Mounts {
        types = Map.copyOf(types);
        silent = Set.copyOf(silent);
    }

    Mounts(Map<Path, String> types) {
        this(types, Set.of());
    }

    /** Besides, what the look of this thread is not to ask. */
    Mounts andSilent() {
        return Looking.silent().isEmpty() ? this : new Mounts(types, Looking.silent());
    }

    /** Those of this process; none where the kernel does not tell. */
    static Mounts beneath(Path root) {
        return read(OWN, root);
    }

    /** Those of another process, as this one comes to them through its {@code root}. */
    static Mounts of(Path process) {
        Path inside = process.resolve("root");
        Map<Path, String> types = new LinkedHashMap<>();
        read(process.resolve("mountinfo"), TOP)
                .types()
                .forEach((point, type) -> types.put(inside.resolve(TOP.relativize(point)), type));
        return new Mounts(types);
    }

    private static Mounts read(Path mountinfo, Path root) {
        try (Stream<String> lines = Files.lines(mountinfo)) {
            return parse(lines.limit(MAX_MOUNTS).toList(), root);
        } catch (IOException | UncheckedIOException e) {
            return NONE;
        }
    }

    /**
     * Reads {@code mountinfo}. What is mounted at the root or above it was chosen by whoever chose the root, and is searched. Of
     * several mounts at one place the last is on top.
     */
    static Mounts parse(List<String> mountinfo, Path root) {
        Path top = root.toAbsolutePath().normalize();
        Map<Path, String> types = new LinkedHashMap<>();
        for (String line : mountinfo) {
            String[] fields = line.split(" ", -1);
            int separator = List.of(fields).indexOf("-");
            if (separator < MOUNT_POINT || separator + 1 >= fields.length) {
                continue;
            }
            String type = fields[separator + 1];
            point(fields[MOUNT_POINT]).ifPresent(point -> {
                types.remove(point);
                if (isRemote(type) && point.startsWith(top) && !point.equals(top)) {
                    types.put(point, type);
                }
            });
        }
        return new Mounts(types);
    }

    /** Why exactly this path, and what is beneath it, is not asked; empty when it is. */
    Optional<String> refusal(Path path) {
        if (silent.contains(path)) {
            return Optional.of("does not answer");
        }
        return types.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(types.get(path))
                        .map(type -> "on a file system of type " + type + ", not searched");
    }

    boolean refuses(Path path) {
        return types.containsKey(path) || silent.contains(path);
    }

    /** Whether anything in a folder, not deeper, is refused. */
    boolean refusesIn(Path folder) {
        return Stream.of(types.keySet(), silent).flatMap(Set::stream).anyMatch(path -> folder.equals(path.getParent()));
    }

    private static boolean isRemote(String type) {
        return REMOTE.stream().anyMatch(type::startsWith) && !type.equals("fusectl");
    }

    /** Empty for what this process has no path for, and so cannot come to: its locale may lack a character. */
    private static Optional<Path> point(String field) {
        try {
            return Optional.of(Path.of(unescaped(field)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Blanks, tabs, line ends and backslashes are written as a backslash and three octal digits. */
    private static String unescaped(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}

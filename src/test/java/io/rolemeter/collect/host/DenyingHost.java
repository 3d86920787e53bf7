package io.rolemeter.collect.host;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Set;

/** A host some of whose files the kernel refuses to open, which it would not do to a test that runs as root. */
public final class DenyingHost {
    private DenyingHost() {}

    /** The host beneath a root without the right to open these paths. */
    public static Host at(Path root, Set<Path> denied) {
        Opener opener = HostFiles.opener();
        return new Host(root, Mounts.NONE, path -> {
            if (denied.contains(path)) {
                throw new AccessDeniedException(path.toString());
            }
            return opener.open(path);
        });
    }
}

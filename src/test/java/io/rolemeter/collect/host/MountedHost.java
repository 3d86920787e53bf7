package io.rolemeter.collect.host;

import java.nio.file.Path;
import java.util.Map;

/** A host with a file system of its own at one of its folders, which a test cannot really mount. */
public final class MountedHost {
    private MountedHost() {}

    /**
     * The host beneath a root.
     *
     * @param folder in this process's own paths
     * @param type such as {@code nfs4}
     */
    public static Host at(Path root, Path folder, String type) {
        return new Host(root, new Mounts(Map.of(folder, type)), HostFiles.opener());
    }
}

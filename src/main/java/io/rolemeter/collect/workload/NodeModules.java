package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import java.util.HashMap;
import java.util.Map;

/** Which SDKs a Node program can load: those in {@code node_modules} of a folder or of one above it. */
record NodeModules(HostFiles files, Map<String, NodeModules.Sdks> known) {
    NodeModules(HostFiles files) {
        this(files, new HashMap<>());
    }

    private static final int MAX_DEPTH = 32;

    /** Which of the two SDKs for JavaScript are there. */
    record Sdks(boolean v3, boolean v2) {
        boolean any() {
            return v3 || v2;
        }
    }

    Sdks from(String folder) {
        String here = folder;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            Sdks sdks = in(HostFiles.join(here, "node_modules"));
            if (sdks.any() || here.equals("/")) {
                return sdks;
            }
            here = CommandLine.folder(here);
        }
        return new Sdks(false, false);
    }

    private Sdks in(String modules) {
        Sdks before = known.get(modules);
        if (before != null) {
            return before;
        }
        boolean scoped = files.list(HostFiles.join(modules, "@aws-sdk")) instanceof Listing.Entries entries
                && entries.entries().stream().anyMatch(entry -> !entry.name().equals("types"));
        Sdks sdks = new Sdks(scoped, files.isDirectory(HostFiles.join(modules, "aws-sdk")));
        known.put(modules, sdks);
        return sdks;
    }
}

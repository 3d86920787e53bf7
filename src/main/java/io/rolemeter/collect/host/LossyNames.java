package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds files whose names are in another encoding than this process's. It reads such a name with replacement characters, and cannot
 * write it: what is meant is the one entry of the folder that reads so.
 */
final class LossyNames {
    static final String REASON = "its name cannot be decoded";

    private static final char REPLACEMENT = '\uFFFD';

    private LossyNames() {}

    /**
     * The path of an entry, which need not exist unless its name is such a one.
     *
     * @param folder free of links
     */
    static Path resolve(Path folder, String name) throws IOException {
        return name.indexOf(REPLACEMENT) < 0 ? folder.resolve(name) : listed(folder, name);
    }

    private static Path listed(Path folder, String name) throws IOException {
        // Of a pipe, even to open it as a folder would wait for its writer.
        if (!FolderListing.isDirectory(folder)) {
            throw new NoSuchFileException(name);
        }
        try {
            return Looking.ask(folder, () -> only(folder, name)).orElseThrow(() -> new NoSuchFileException(name));
        } catch (DirectoryIteratorException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Fails where several entries read so, or there are more than {@value HostFiles#MAX_ENTRIES} in all. */
    private static Optional<Path> only(Path folder, String name) throws IOException {
        Optional<Path> found = Optional.empty();
        int entries = 0;
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                boolean meant = String.valueOf(entry.getFileName()).equals(name);
                entries++;
                if ((meant && found.isPresent()) || entries > HostFiles.MAX_ENTRIES) {
                    throw new FileSystemException(name, null, REASON);
                }
                found = meant ? Optional.of(entry) : found;
            }
        }
        return found;
    }
}

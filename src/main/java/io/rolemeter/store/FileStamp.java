package io.rolemeter.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What changes with a file's content, or when another is put in its place. To be compared with an earlier one; as text it would cost
 * several times the question to the file system.
 *
 * @param identity of the file whatever its name; empty where the file system has none
 */
public record FileStamp(Optional<Object> identity, FileTime modified, long size) {
    /** Empty while the file is not there, or cannot be asked about. */
    public static Optional<FileStamp> of(Path path, LinkOption... links) {
        try {
            BasicFileAttributes status = Files.readAttributes(path, BasicFileAttributes.class, links);
            return Optional.of(
                    new FileStamp(Optional.ofNullable(status.fileKey()), status.lastModifiedTime(), status.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package io.rolemeter.demo.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The root directory of a simulated host: a temporary directory, addressed by the paths that the host itself uses. */
public final class FileTree implements AutoCloseable {

    private final Path root;

    /** An empty tree in a new temporary directory. */
    public FileTree() throws IOException {
        this.root = Files.createTempDirectory("rolemeter-demo-").toRealPath();
    }

    /** The temporary directory: an absolute path without symbolic links. */
    public Path root() {
        return root;
    }

    /** The place of an absolute path of the host. */
    public Path at(String path) {
        return root.resolve(path.substring(1));
    }

    /** Writes a file; {@code mode} is like {@code rw-r--r--}. */
    void write(String path, String mode, String content) {
        write(path, mode, content.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, String mode, byte[] content) {
        Path file = at(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the simulated host's " + path + " below " + root, e);
        }
    }

    /** A symbolic link that holds {@code target} as the host would see it, so it must be resolved beneath the root. */
    void link(String path, String target) {
        Path link = at(path);
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot link the simulated host's " + path + " below " + root, e);
        }
    }

    void directory(String path, String mode) {
        try {
            Files.createDirectories(at(path));
            Files.setPosixFilePermissions(at(path), PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the simulated host's " + path + " below " + root, e);
        }
    }

    /** Deletes all that is in the tree but logs, which programs go on writing, following no link. */
    public void clear() throws IOException {
        delete(file -> !file.toString().endsWith(".log"));
    }

    /** Deletes the whole tree, following no link; deleting again does nothing. */
    @Override
    public void close() throws IOException {
        delete(file -> true);
    }

    /** Deletes these files, and the directories that are empty then. */
    private void delete(Predicate<Path> wanted) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (wanted.test(file)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                try {
                    Files.deleteIfExists(directory);
                } catch (DirectoryNotEmptyException e) {
                    // It holds what is not deleted.
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

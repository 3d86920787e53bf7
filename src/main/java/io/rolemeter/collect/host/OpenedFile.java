package io.rolemeter.collect.host;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A regular file of any size, to be read piece by piece. What it is was asked just before it was opened. */
public final class OpenedFile implements Closeable {
    private final Status status;
    private final Path path;
    private final SeekableByteChannel channel;

    /**
     * What the file system says.
     *
     * @param realPath on the host, without links
     * @param identity names the file whatever it is called, as long as it exists
     * @param size in bytes
     */
    public record Status(String realPath, String identity, long size, Instant modified) {}

    /** What came of opening. */
    public sealed interface Opening {
        /** To be closed by whoever asked. */
        record Opened(OpenedFile file) implements Opening {}

        record Missing() implements Opening {}

        /** It is there and cannot be read; {@code reason} is a few words. */
        record Refused(String reason) implements Opening {}
    }

    private OpenedFile(Status status, Path path, SeekableByteChannel channel) {
        this.status = status;
        this.path = path;
        this.channel = channel;
    }

    /** Opens a file of the host, following links beneath its root; a pipe, a device or a folder is refused, not opened. */
    public static Opening open(HostFiles files, String path) {
        Resolution resolution = files.resolve(path);
        if (!(resolution instanceof Resolution.Found found)) {
            return resolution instanceof Resolution.Refused refused
                    ? new Opening.Refused(refused.reason())
                    : new Opening.Missing();
        }
        try {
            return Looking.ask(found.path(), () -> open(found));
        } catch (IOException e) {
            return Failure.isMissing(e) ? new Opening.Missing() : new Opening.Refused(Failure.reason(e));
        }
    }

    private static Opening open(Resolution.Found found) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(
                found.path(), "unix:mode,dev,ino,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        FileType type = FileType.of((int) attribute(attributes, "mode"));
        if (type != FileType.REGULAR) {
            return new Opening.Refused("is " + type.words());
        }
        Status status = new Status(
                found.hostPath(),
                attributes.get("dev") + ":" + attributes.get("ino"),
                (long) attribute(attributes, "size"),
                ((FileTime) attribute(attributes, "lastModifiedTime")).toInstant());
        return new Opening.Opened(
                new OpenedFile(status, found.path(), HostFiles.opener().open(found.path())));
    }

    public Status status() {
        return status;
    }

    /** What follows that many bytes; reading ends where the file ends by then. It closes with the file. */
    public InputStream from(long offset) throws IOException {
        channel.position(offset);
        return new FilterInputStream(Channels.newInputStream(channel)) {
            @Override
            public int read() throws IOException {
                return Looking.ask(path, super::read);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return Looking.ask(path, () -> super.read(into, from, length));
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Object attribute(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }
}

package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files of {@code /proc} without following links on the way to them. Not for use by several threads. */
record ProcFiles(Mounts mounts, Content content) {
    Reading read(Path path, String hostPath) {
        Optional<String> refusal = mounts.refusal(path);
        if (refusal.isPresent()) {
            return new Reading.Unreadable(hostPath, refusal.get());
        }
        try {
            return Looking.ask(path, () -> whole(path, hostPath));
        } catch (IOException e) {
            return HostFiles.failed(hostPath, e);
        }
    }

    /** The quick way; empty beneath the root of another host, and where a file of {@code /proc} does not answer. */
    Optional<KernelFiles> ofKernel(Path proc) {
        boolean silent = Looking.silent().stream().anyMatch(path -> path.startsWith(proc));
        return silent ? Optional.empty() : KernelFiles.at(proc, content.buffer());
    }

    private Reading whole(Path path, String hostPath) throws IOException {
        FileType type = FileStatus.of(path).type();
        if (type != FileType.REGULAR) {
            return new Reading.Unreadable(hostPath, "is " + type.words());
        }
        Optional<String> text = content.read(path, Decoding.UTF_8);
        return text.isPresent()
                ? new Reading.Text(hostPath, hostPath, text.get(), "", "")
                : new Reading.Unreadable(hostPath, HostFiles.TOO_LARGE);
    }
}

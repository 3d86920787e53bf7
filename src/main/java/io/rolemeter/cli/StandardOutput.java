package io.rolemeter.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Standard output, of which is known in the end whether all that was written has arrived: half a report on a full disk must not pass
 * for a whole one.
 */
final class StandardOutput extends OutputStream {
    private static final Path TARGET = Path.of("/proc/self/fd/1");

    private final OutputStream out;
    private final boolean pipe;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out), isPipe());
    }

    /** @param pipe whether whoever reads may end before all is written */
    StandardOutput(OutputStream out, boolean pipe) {
        this.out = out;
        this.pipe = pipe;
    }

    /** In the encoding of the terminal where there is one. */
    PrintWriter writer() {
        Charset charset = Optional.ofNullable(System.getProperty("sun.stdout.encoding"))
                .map(Charset::forName)
                .orElseGet(Charset::defaultCharset);
        return new PrintWriter(this, true, charset);
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (failure.isPresent()) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** Why something was not written; empty when all was, and when whoever read a pipe wanted no more. */
    Optional<String> failure() {
        return failure.filter(e -> !pipe).map(e -> String.valueOf(e.getMessage()));
    }

    private static boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(TARGET).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

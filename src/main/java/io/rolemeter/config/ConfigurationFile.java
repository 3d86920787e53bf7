package io.rolemeter.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file's text, within bounds: what stands at its path may be anything. */
final class ConfigurationFile {
    private static final int LARGEST = 1 << 20;

    private ConfigurationFile() {}

    /** The text, or empty and a problem, which names the {@code format} that was expected. */
    static Optional<String> read(Path file, String format, Problems problems) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            String kind = Files.isDirectory(file) ? "a directory" : "not a regular file";
            problems.add("is " + kind + "; expected a " + format + " file");
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return decoded(stream.readNBytes(LARGEST + 1), format, problems);
        } catch (NoSuchFileException e) {
            problems.add("does not exist; expected a " + format + " file");
        } catch (AccessDeniedException e) {
            problems.add("permission denied; let the user that runs this read the file");
        } catch (IOException e) {
            problems.add("cannot be read: " + Quoted.onOneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes, String format, Problems problems) {
        if (bytes.length > LARGEST) {
            problems.add("is larger than 1 MiB; expected a " + format + " file of a few kilobytes");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            problems.add(line, "", "not UTF-8 text; save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }
}

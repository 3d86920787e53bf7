package io.rolemeter.config.web;

import io.rolemeter.config.ConfigurationText;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Section;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PEM texts that stand in the file under a key, or in a file of their own under that key with {@code _file} behind it. */
final class PemSource {
    private final Path file;
    private final List<Path> files;

    /**
     * @param file relative names are beside it
     * @param files gets every file that is read
     */
    PemSource(Path file, List<Path> files) {
        this.file = file;
        this.files = files;
    }

    /** Reads what a PEM text holds; says what is wrong with it, without quoting it, by {@link MalformedPem}. */
    interface Reader<T> {
        T read(String pem) throws MalformedPem;
    }

    /** What {@code key} or {@code key_file} holds; empty, and a problem, where it cannot be had or is not there. */
    <T> Optional<T> one(Section section, String key, Reader<T> reader) {
        if (section.text(key).isEmpty() && section.text(key + "_file").isEmpty()) {
            section.problem(key + "_file", "is missing; expected the path of a PEM file");
            return Optional.empty();
        }
        return atMostOne(section, key, reader);
    }

    /** The same, and absence is no problem. */
    <T> Optional<T> atMostOne(Section section, String key, Reader<T> reader) {
        String fileKey = key + "_file";
        Optional<String> inline = section.text(key);
        Optional<String> name = section.text(fileKey);
        if (inline.isPresent() && name.isPresent()) {
            section.problem(key, "is given twice, here and as " + fileKey + "; expected one of them");
            return Optional.empty();
        }
        return inline.isPresent()
                ? parsed(section, key, "", inline.get(), reader)
                : name.flatMap(text -> fromFile(section, fileKey, text, reader));
    }

    private <T> Optional<T> fromFile(Section section, String key, String name, Reader<T> reader) {
        Path path;
        try {
            path = file.resolveSibling(name);
        } catch (InvalidPathException e) {
            section.reject(key, "the path of a PEM file");
            return Optional.empty();
        }
        files.add(path);
        Problems unread = new Problems(path.toString());
        Optional<String> text = ConfigurationText.read(path, "PEM", unread);
        unread.lines().forEach(line -> section.problem(key, line));
        return text.flatMap(pem -> parsed(section, key, path + ": ", pem, reader));
    }

    private static <T> Optional<T> parsed(Section section, String key, String where, String pem, Reader<T> reader) {
        try {
            return Optional.of(reader.read(pem));
        } catch (MalformedPem e) {
            section.problem(key, where + e.getMessage());
            return Optional.empty();
        }
    }
}

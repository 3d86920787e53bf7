package io.rolemeter.config;

import java.nio.file.Path;
import java.util.Optional;

/** Files that belong to the configuration, each of at most 1 MiB and in UTF-8. */
public final class ConfigurationText {
    private ConfigurationText() {}

    /** The file's text; empty, and a problem that says which {@code format} was expected, where it cannot be had. */
    public static Optional<String> read(Path file, String format, Problems problems) {
        return ConfigurationFile.read(file, format, problems);
    }

    /** The mapping that the YAML in the file is; empty, and a problem, where the file cannot be read. */
    public static Optional<Section> section(Path file, Problems problems) {
        return read(file, "YAML", problems)
                .map(text -> NodeSection.of("", 1, YamlReader.read(text, problems), problems));
    }
}

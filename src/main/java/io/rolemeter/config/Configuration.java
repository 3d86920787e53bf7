package io.rolemeter.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;

/**
 * The way from the configuration file to {@link Settings}. Reading never throws for what the file contains: it adds to the
 * {@link Problems}, the probe kinds add what they find in their own sections, and then {@link Problems#throwIfAny} tells the
 * user everything at once. Where there is a problem, the settings hold defaults and are not for use.
 *
 * <pre>{@code
 * Problems problems = new Problems("rolemeter.yml");
 * Settings settings = Configuration.load(Path.of("rolemeter.yml"), kinds.names(), problems);
 * List<Probe> probes = kinds.read(settings.probes());
 * problems.throwIfAny();
 * }</pre>
 */
public final class Configuration {
    private Configuration() {}

    /**
     * Reads a file: a regular one of at most 1 MiB, in UTF-8.
     *
     * @param probeKinds the keys that name a kind of probe, in the order in which messages list them
     */
    public static Settings load(Path file, Collection<String> probeKinds, Problems problems) {
        return ConfigurationFile.read(file, "YAML", problems)
                .map(text -> read(text, probeKinds, problems))
                .orElseGet(Settings::defaults);
    }

    /** The same for a text; an empty one means all defaults. */
    public static Settings read(String text, Collection<String> probeKinds, Problems problems) {
        Section root = NodeSection.of("", 1, YamlReader.read(text, problems), problems);
        return SettingsReader.read(root, new ProbesReader(probeKinds));
    }

    /** The commented file that says what {@link Settings#defaults} holds. */
    public static String defaultText() {
        try (InputStream file = Configuration.class.getResourceAsStream("rolemeter.yml")) {
            return new String(Objects.requireNonNull(file, "rolemeter.yml").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("rolemeter.yml cannot be read from the jar", e);
        }
    }
}

package io.rolemeter;

import io.rolemeter.collect.probe.ConfiguredProbes;
import io.rolemeter.collect.probe.ProbeKinds;
import io.rolemeter.config.Configuration;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Settings;
import java.nio.file.Path;

/** A configuration that is free of problems: its settings, and its probes ready to run. */
public record Configured(Settings settings, ConfiguredProbes probes) {
    /** What holds without a file. */
    public static Configured defaults() {
        return new Configured(Settings.defaults(), ConfiguredProbes.none());
    }

    /**
     * Reads a file.
     *
     * @throws io.rolemeter.config.ConfigurationException with every problem in it
     */
    public static Configured load(Path file) {
        Problems problems = new Problems(file.toString());
        return of(Configuration.load(file, ProbeKinds.names(), problems), problems);
    }

    /** The same for a text; {@code name} stands for it in messages. */
    public static Configured read(String text, String name) {
        Problems problems = new Problems(name);
        return of(Configuration.read(text, ProbeKinds.names(), problems), problems);
    }

    private static Configured of(Settings settings, Problems problems) {
        ConfiguredProbes probes = ConfiguredProbes.of(settings.probes());
        problems.throwIfAny();
        return new Configured(settings, probes);
    }
}

package io.rolemeter.collect.probe;

import io.rolemeter.config.ProbeSettings;
import java.util.List;

/** The probes of one configuration, before their first run. */
public final class ConfiguredProbes {
    private record Configured(ProbeSettings settings, Probe probe) {}

    private final List<Configured> probes;

    private ConfiguredProbes(List<Configured> probes) {
        this.probes = probes;
    }

    public static ConfiguredProbes none() {
        return new ConfiguredProbes(List.of());
    }

    /** Lets each kind read its own section; what does not fit is added to the problems of the configuration. */
    public static ConfiguredProbes of(List<ProbeSettings> settings) {
        return new ConfiguredProbes(settings.stream()
                .map(one -> {
                    Probe probe = ProbeKinds.named(one.kind()).read(one);
                    one.own().finish();
                    return new Configured(one, probe);
                })
                .toList());
    }

    List<ScheduledProbe> scheduled() {
        return probes.stream()
                .map(one -> new ScheduledProbe(one.settings(), one.probe()))
                .toList();
    }
}

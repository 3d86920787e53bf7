package io.rolemeter.collect.probe;

import io.rolemeter.config.ProbeSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probes of one configuration, before their first run. */
public final class ConfiguredProbes {
    private record Configured(ProbeSettings settings, Duration interval, Probe probe) {}

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
                    ProbeKind kind = ProbeKinds.named(one.kind());
                    Probe probe = kind.read(one);
                    one.own().finish();
                    return new Configured(one, one.interval().orElse(kind.interval()), probe);
                })
                .toList());
    }

    List<ScheduledProbe> scheduled() {
        Map<String, ScheduledProbe> scheduled = new LinkedHashMap<>();
        for (Configured one : probes) {
            Optional<ScheduledProbe> condition = one.settings().skipUnless().map(scheduled::get);
            scheduled.put(
                    one.settings().name(), new ScheduledProbe(one.settings(), one.interval(), one.probe(), condition));
        }
        return List.copyOf(scheduled.values());
    }
}

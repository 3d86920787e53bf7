package io.rolemeter.collect.probe;

import io.rolemeter.collect.probe.kinds.AwsApi;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Settings;
import io.rolemeter.model.Expectation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What a policy must allow for the probes that must pass. */
    public List<Grant> grants(Scope scope) {
        return allowed().flatMap(one -> one.probe().grants(scope).stream()).toList();
    }

    /** The names of the probes that must pass and ask AWS for they do not say what. */
    public List<String> unexplained(Scope scope) {
        return allowed()
                .filter(one -> one.settings().kind().equals(AwsApi.NAME))
                .filter(one -> one.probe().grants(scope).isEmpty())
                .map(one -> one.settings().name())
                .toList();
    }

    private Stream<Configured> allowed() {
        return probes.stream().filter(one -> one.settings().expect() == Expectation.ALLOWED);
    }

    /** Those that never ran. */
    List<ScheduledProbe> scheduled() {
        return scheduled(new ProbeMemory(Settings.defaults().aws()));
    }

    /** Each goes on as the memory has it. */
    List<ScheduledProbe> scheduled(ProbeMemory memory) {
        List<Course> courses =
                memory.courses(probes.stream().map(Configured::settings).toList());
        Map<String, ScheduledProbe> scheduled = new LinkedHashMap<>();
        for (Configured one : probes) {
            Course course = courses.get(scheduled.size());
            Optional<ScheduledProbe> condition = one.settings().skipUnless().map(scheduled::get);
            scheduled.put(
                    one.settings().name(),
                    new ScheduledProbe(one.settings(), one.interval(), one.probe(), condition, course));
        }
        return List.copyOf(scheduled.values());
    }
}

package io.rolemeter.collect.probe;

import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the courses of probes outlive a collector: when the configuration is read again, a probe of which it says the same goes on
 * with its last result, its counts and its time.
 */
public final class ProbeMemory {
    private final Settings.Aws aws;
    private List<Known> known = List.of();

    private record Known(ProbeSettings settings, Course course) {}

    /** Of probes that ask AWS there: elsewhere they would be others. */
    public ProbeMemory(Settings.Aws aws) {
        this.aws = aws;
    }

    /** This one, if they ask AWS in the same place; else none of its probes begins any more. */
    public synchronized ProbeMemory at(Settings.Aws other) {
        if (other.equals(aws)) {
            return this;
        }
        known.forEach(old -> old.course().end());
        return new ProbeMemory(other);
    }

    /** The courses of these probes, in their order; others end. */
    synchronized List<Course> courses(List<ProbeSettings> probes) {
        List<Known> now = new ArrayList<>();
        for (ProbeSettings probe : probes) {
            now.add(known.stream()
                    .filter(old -> old.settings().saysTheSame(probe))
                    .findFirst()
                    .orElseGet(() -> new Known(probe, new Course(probe))));
        }
        known.stream()
                .filter(old -> !now.contains(old))
                .forEach(old -> old.course().end());
        known = now;
        return now.stream().map(Known::course).toList();
    }
}

package io.rolemeter.collect.probe;

import io.rolemeter.config.ProbeSettings;
import java.time.Duration;

/** A sort of smoke test that the configuration can ask for. */
public interface ProbeKind {
    /** How often such a probe runs where the configuration does not say. */
    default Duration interval() {
        return ProbeSettings.INTERVAL;
    }

    /** As in the configuration, such as {@code s3-get}. */
    String name();

    /**
     * Reads the settings of one probe, reporting what does not fit; the probe is usable only when nothing was reported.
     * Reads every key of its own section, and no other.
     */
    Probe read(ProbeSettings settings);
}

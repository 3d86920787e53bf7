package io.rolemeter.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.model.Expectation;
import java.time.Duration;
import java.util.Optional;

/**
 * One entry of {@code probes}.
 *
 * @param name unique in the file
 * @param kind one of the kinds that the reader was told, such as {@code s3-get}
 * @param interval how often it runs; empty: the kind's own default, or {@link #INTERVAL}
 * @param timeout how long one run may take, retries included; no longer than the interval
 * @param skipUnless the name of a probe further up in the file; this one is skipped while that one does not pass
 * @param own the section under {@code kind}: its keys are the kind's own, and the kind finishes it
 * @param written the same as the file has it
 */
public record ProbeSettings(
        String name,
        String kind,
        Expectation expect,
        Optional<Duration> interval,
        Duration timeout,
        Optional<String> skipUnless,
        Section own,
        Optional<JsonNode> written) {
    /** How often a probe runs when neither the file nor its kind says otherwise; no kind's default is shorter. */
    public static final Duration INTERVAL = Duration.ofMinutes(5);

    /** The timeout where the file has none, unless the interval is shorter: then that. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Whether the file asks for the same probe, wherever it stands in it. */
    public boolean saysTheSame(ProbeSettings other) {
        return name.equals(other.name)
                && kind.equals(other.kind)
                && expect == other.expect
                && interval.equals(other.interval)
                && timeout.equals(other.timeout)
                && skipUnless.equals(other.skipUnless)
                && written.equals(other.written);
    }
}

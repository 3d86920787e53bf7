package io.rolemeter.config;

import io.rolemeter.model.Expectation;
import java.time.Duration;

/**
 * One entry of {@code probes}.
 *
 * @param name unique in the file
 * @param kind the key that is none of the common ones, such as {@code s3-get}
 * @param interval how often it runs
 * @param timeout how long one run may take, retries included
 * @param own the section under {@code kind}: its keys are the kind's own
 */
public record ProbeSettings(
        String name, String kind, Expectation expect, Duration interval, Duration timeout, Section own) {}

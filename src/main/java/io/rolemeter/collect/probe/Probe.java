package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;

/** One smoke test, ready to run: it asks once, and says what came back. Whether that is good is not its business. */
public interface Probe {
    /** Bounded by the probe's timeout; a failed call is an answer, an exception is a bug. */
    Answer ask(AwsAccess aws);
}

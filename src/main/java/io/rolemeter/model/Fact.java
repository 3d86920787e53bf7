package io.rolemeter.model;

import java.time.Instant;

/** What one collector saw at one moment. Having failed to look is a fact too. */
public sealed interface Fact permits RoleFact, CallersFact, KeysFact, WorkloadsFact, LogsFact, ProbesFact {
    Instant collectedAt();

    /** These facts with this one in the place of the older of its sort. */
    Facts addTo(Facts facts);
}

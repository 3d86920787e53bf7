package io.rolemeter.diagnose;

import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import java.time.Instant;
import java.util.List;

/** Decides, from facts and the time alone, whether one thing is wrong. Facts that it needs and that are not there say nothing. */
@FunctionalInterface
public interface Rule {
    List<Finding> findings(Facts facts, Instant now);
}

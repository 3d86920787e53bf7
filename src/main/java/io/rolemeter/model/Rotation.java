package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;

/**
 * One renewal of the role's credentials that was watched.
 *
 * @param at when the new ones were issued
 * @param life of the ones that were replaced, from issue to expiry
 * @param beforeExpiry how long those would still have worked; negative when they had ended
 */
public record Rotation(Instant at, Duration life, Duration beforeExpiry) {}

package io.rolemeter.model;

/**
 * One call that AWS denied.
 *
 * @param region where the call went; the denied resource may lie in another
 */
public record DeniedCall(String region, DeniedAction denied) {}

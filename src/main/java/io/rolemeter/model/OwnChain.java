package io.rolemeter.model;

import java.util.Optional;

/**
 * What the default credential chain of this process finds.
 *
 * @param user whom this process runs as
 * @param key that comes before the credentials of the instance; empty when none does, or its id is not one of AWS's
 */
public record OwnChain(String user, Optional<KeyId> key) {}

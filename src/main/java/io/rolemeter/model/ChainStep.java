package io.rolemeter.model;

import java.util.Optional;

/**
 * One provider of an SDK's chain, for one program.
 *
 * @param provider lower-case words joined by underscores
 * @param present whether there is anything for it to provide, or to fail on
 * @param keyId of the key that it would provide; for an assumed role, of the key that assumes it
 * @param wins whether the program uses it
 * @param why a clause for a person
 */
public record ChainStep(String provider, boolean present, Optional<KeyId> keyId, boolean wins, String why) {}

package io.rolemeter.collect.keys.text;

import io.rolemeter.model.KeyId;
import java.util.Optional;

/**
 * A key id with a usable secret near it.
 *
 * @param line of the id; the first is 1
 * @param commented whether the id or its only secret is commented out
 * @param section of an INI file; empty in other formats and before the first header
 */
public record KeyMatch(KeyId id, int line, boolean commented, Optional<String> section) {}

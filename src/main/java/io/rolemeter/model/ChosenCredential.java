package io.rolemeter.model;

import java.util.List;
import java.util.Optional;

/**
 * The credential that a program's SDK picks, and how it gets there.
 *
 * @param keyId of the key that is used, or that assumes the role that is used; empty where no key is involved or its id is not one of AWS's
 * @param origin the file that it comes from; empty when it is not from a file
 * @param chain every provider in the order in which the SDK asks them
 */
public record ChosenCredential(
        CredentialSource source, Optional<KeyId> keyId, Optional<String> origin, List<ChainStep> chain) {
    public ChosenCredential {
        chain = List.copyOf(chain);
    }

    /** Whether the program, as it is, needs a key that stays valid until a person ends it. */
    public boolean needsStaticKey() {
        return keyId.filter(key -> key.kind().isStatic()).isPresent();
    }
}

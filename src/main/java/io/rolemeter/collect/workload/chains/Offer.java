package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.KeyId;
import java.util.Optional;

/** What a provider answers. {@code why} is a clause for a person. */
sealed interface Offer {
    String why();

    /** The next one is asked. */
    record Nothing(String why) implements Offer {}

    /** The chain ends here. */
    record Credentials(CredentialSource source, Optional<KeyId> keyId, Optional<String> origin, String why)
            implements Offer {}

    /** The chain ends here with an error: providers further down are never asked. */
    record Failure(String why) implements Offer {}

    /** What it would answer could not be seen from here. */
    record Unseen(String why) implements Offer {}

    static Offer nothing(String why) {
        return new Nothing(why);
    }

    static Offer failure(String why) {
        return new Failure(why);
    }

    /** Credentials without a key that could be named. */
    static Offer of(CredentialSource source, String why) {
        return new Credentials(source, Optional.empty(), Optional.empty(), why);
    }

    /** The key whose id is this setting. */
    static Offer key(CredentialSource source, Setting id, String why) {
        return new Credentials(source, id.keyId(), id.origin(), why);
    }
}

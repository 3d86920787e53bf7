package io.rolemeter.collect.role;

import io.rolemeter.aws.ImdsAnswer;
import java.util.Optional;

/** What one poll of the metadata service brought. */
sealed interface RoleReading {
    /** The service answered; a document that it does not have is empty. */
    record Documents(Optional<ProfileDocument> profile, Optional<CredentialDocument> credentials)
            implements RoleReading {}

    record Failed(ImdsAnswer.Failed failure) implements RoleReading {}
}

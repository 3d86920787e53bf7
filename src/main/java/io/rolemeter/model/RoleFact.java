package io.rolemeter.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The role of this instance, as the metadata service tells it.
 *
 * @param detail one sentence of what the service said, for a person
 * @param session of the credentials that were handed out last; kept while the service cannot be asked, because programs
 *     keep theirs too
 */
public record RoleFact(
        Instant collectedAt,
        RoleState state,
        String detail,
        Imds imds,
        Optional<InstanceProfile> profile,
        Optional<RoleSession> session,
        Optional<InstanceIdentity> identity)
        implements Fact {
    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}

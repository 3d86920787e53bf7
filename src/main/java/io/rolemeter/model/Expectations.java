package io.rolemeter.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What the operator says must be true.
 *
 * @param account twelve digits
 * @param role name without path
 * @param expiryWarning credentials that live no longer than this are a warning
 * @param expiryCritical the same, critical; shorter
 */
public record Expectations(
        Optional<String> account, Optional<String> role, Duration expiryWarning, Duration expiryCritical) {
    /** Nothing is expected; AWS promises new credentials five minutes before the old ones end. */
    public static final Expectations NONE =
            new Expectations(Optional.empty(), Optional.empty(), Duration.ofMinutes(15), Duration.ofMinutes(5));

    public boolean any() {
        return account.isPresent() || role.isPresent();
    }

    /** Whether the caller is who is expected here. */
    public boolean met(CallerIdentity caller) {
        boolean accountMet = account.map(caller.accountId()::equals).orElse(true);
        boolean roleMet = role.map(name -> caller.kind() == CallerKind.ASSUMED_ROLE
                        && caller.principal().equals(name))
                .orElse(true);
        return accountMet && roleMet;
    }
}

package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The sessions of the instance's role, one after the other, as the metadata service serves them. */
final class RoleSessions {

    private final Instance instance;
    private final Clock clock;
    private final Instant start;

    RoleSessions(Instance instance, Clock clock, Instant start) {
        this.instance = instance;
        this.clock = clock;
        this.start = start;
    }

    /** When the documents of the metadata service were last renewed. */
    Instant updated() {
        return instance.rotation().issued(start, clock.instant());
    }

    /** What is served now, which may have expired; empty when no role is listed. */
    Optional<Session> current() {
        Instant issued = updated();
        Instant expires = issued.plus(instance.rotation().lifetime());
        boolean listed = clock.instant().isBefore(expires)
                ? instance.profile().listsRole
                : instance.profile().listsRoleAfterExpiry;
        return listed ? Optional.of(new Session(Account.ROLE, instance.session(), issued, expires)) : Optional.empty();
    }
}

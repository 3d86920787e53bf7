package io.rolemeter.collect.role;

import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.RoleSession;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where what the metadata service has told outlives a collector: a configuration that is read again while the service is silent must
 * not lose credentials that are good for hours. Guarded by itself, because an old collector may still be at it.
 */
public final class RoleMemory {
    private final Optional<URI> endpoint;
    private final RoleCredentials credentials = new RoleCredentials();
    final TokenlessCheck tokenless = new TokenlessCheck();
    Optional<InstanceIdentity> identity = Optional.empty();
    Optional<RoleSession> session = Optional.empty();
    final AtomicLong rotations = new AtomicLong();

    /** Of the service at that endpoint; empty: where the SDK goes. */
    public RoleMemory(Optional<URI> endpoint) {
        this.endpoint = endpoint;
    }

    /** This one, if that is the same endpoint; of what another service has told only the number of rotations remains. */
    public RoleMemory at(Optional<URI> other) {
        if (other.equals(endpoint)) {
            return this;
        }
        RoleMemory anew = new RoleMemory(other);
        anew.rotations.set(rotations.get());
        return anew;
    }

    /** What the service handed out last; empty while it has handed out nothing. */
    public RoleCredentials credentials() {
        return credentials;
    }
}

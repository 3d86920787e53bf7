package io.rolemeter.publish.http.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Decides for every request whether it may come in. What protects may change while requests come. */
public final class Door {
    private static final String BASIC = "basic ";

    private final LongSupplier nanoTime;
    private final Passwords passwords;
    private volatile Protection protection;
    private volatile Optional<TokenBucket> requests;

    /** Whether a request may come in, and if not, why. */
    public enum Decision {
        OPEN,
        UNAUTHORIZED,
        TOO_MANY
    }

    public Door(Protection protection) {
        this(protection, System::nanoTime);
    }

    Door(Protection protection, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.passwords = new Passwords(nanoTime);
        this.protection = protection;
        this.requests = bucket(protection);
    }

    /** From now on. */
    public void protect(Protection newProtection) {
        if (!newProtection.rateLimit().equals(protection.rateLimit())) {
            requests = bucket(newProtection);
        }
        protection = newProtection;
    }

    /** What protects now. */
    public Protection protection() {
        return protection;
    }

    /** Counts as a request. {@code authorizationHeader} is empty when there is none. */
    public Decision decide(String authorizationHeader) {
        Protection now = protection;
        if (requests.isPresent() && !requests.get().take()) {
            return Decision.TOO_MANY;
        }
        if (now.users().isEmpty()) {
            return Decision.OPEN;
        }
        return credentials(authorizationHeader)
                .map(credentials -> decide(now.users(), credentials))
                .orElse(Decision.UNAUTHORIZED);
    }

    private Decision decide(Map<String, String> users, String credentials) {
        int colon = credentials.indexOf(':');
        if (colon < 0) {
            return Decision.UNAUTHORIZED;
        }
        return switch (passwords.check(users, credentials.substring(0, colon), credentials.substring(colon + 1))) {
            case RIGHT -> Decision.OPEN;
            case WRONG -> Decision.UNAUTHORIZED;
            case BUSY -> Decision.TOO_MANY;
        };
    }

    /** User and password with a colon between (RFC 7617). */
    private static Optional<String> credentials(String authorizationHeader) {
        if (!authorizationHeader.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorizationHeader.substring(BASIC.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<TokenBucket> bucket(Protection of) {
        return of.rateLimit().map(limit -> new TokenBucket(limit.interval(), limit.burst(), nanoTime));
    }
}

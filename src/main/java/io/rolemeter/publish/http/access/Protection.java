package io.rolemeter.publish.http.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How what is served is protected.
 *
 * @param users bcrypt hashes of passwords by the name of the user; empty: everybody may ask
 * @param headers added to every answer, or put in the place of what it has
 */
public record Protection(
        Optional<Tls> tls, Map<String, String> users, Map<String, String> headers, Optional<RateLimit> rateLimit) {
    /** Anybody, over plain HTTP. */
    public static final Protection NONE = new Protection(Optional.empty(), Map.of(), Map.of(), Optional.empty());

    public Protection {
        users = Map.copyOf(users);
        headers = Map.copyOf(headers);
    }

    /** A certificate, whose clients are taken, and the parameters of a connection, new ones for each. */
    public record Tls(
            X509ExtendedKeyManager certificate, X509ExtendedTrustManager clients, Supplier<SSLParameters> parameters) {}

    /** At most {@code burst} requests at once, and on average one in an {@code interval}. */
    public record RateLimit(Duration interval, int burst) {}

    /** Not the hashes: they are worth guessing at. */
    @Override
    public String toString() {
        return "Protection[tls=" + tls.isPresent() + ", users=" + users.size() + "]";
    }
}

package io.rolemeter.demo.signing;

import io.rolemeter.demo.account.Identification;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.http.Content;
import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Verifies who signed a request, as the front door of every AWS service does. */
public final class Authenticator {

    /** The form of {@code X-Amz-Date}; its texts sort like the times. */
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Identities identities;
    private final Clock clock;
    private final String service;
    private final Duration tolerance;

    /**
     * Verifies for one service.
     *
     * @param service its name in the scope of a signature
     * @param tolerance how far the time of a request may be from the clock's, either way
     */
    public Authenticator(Identities identities, Clock clock, String service, Duration tolerance) {
        this.identities = identities;
        this.clock = clock;
        this.service = service;
        this.tolerance = tolerance;
    }

    /** Checks the key, the time and the signature of the whole request; rights are the service's to check. */
    public Authentication authenticate(Request request) {
        Optional<String> header = request.header("authorization");
        if (header.isEmpty()) {
            return new Authentication.Refused(Refusal.UNSIGNED);
        }
        Optional<Authorization> authorization = Authorization.parse(header.get());
        if (authorization.isEmpty()) {
            return new Authentication.Refused(Refusal.WRONG_SIGNATURE);
        }
        Identification identification =
                identities.identify(authorization.get().keyId(), request.header("x-amz-security-token"));
        if (identification instanceof Identification.Refused refused) {
            return new Authentication.Refused(refused.refusal());
        }
        return verify(request, authorization.get(), (Identification.Known) identification);
    }

    private Authentication verify(Request request, Authorization authorization, Identification.Known known) {
        String time = request.header("x-amz-date").orElse("");
        if (!signsWhatMatters(request, authorization, time)) {
            return new Authentication.Refused(Refusal.WRONG_SIGNATURE);
        }
        if (!isNear(time)) {
            return new Authentication.Refused(Refusal.SKEWED_CLOCK);
        }
        Signature signature =
                new Signature(authorization, time, known.credential().secret());
        boolean genuine = MessageDigest.isEqual(
                signature.of(request).getBytes(StandardCharsets.US_ASCII),
                authorization.signature().getBytes(StandardCharsets.US_ASCII));
        return (genuine ? SignedBody.read(request, signature, authorization.signature()) : Optional.<Content>empty())
                .<Authentication>map(content -> new Authentication.Signed(known.principal(), content))
                .orElse(new Authentication.Refused(Refusal.WRONG_SIGNATURE));
    }

    private boolean signsWhatMatters(Request request, Authorization authorization, String time) {
        boolean signsToken = request.header("x-amz-security-token").isEmpty()
                || authorization.signedHeaders().contains("x-amz-security-token");
        return signsToken
                && authorization.signedHeaders().contains("host")
                && authorization.signedHeaders().contains("x-amz-date")
                && authorization.scope().service().equals(service)
                && time.startsWith(authorization.scope().date());
    }

    private boolean isNear(String time) {
        try {
            Instant signed = TIME.parse(time, Instant::from);
            return Duration.between(signed, clock.instant()).abs().compareTo(tolerance) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

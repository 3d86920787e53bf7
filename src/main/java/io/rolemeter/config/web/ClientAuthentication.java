package io.rolemeter.config.web;

import java.util.Optional;
import javax.net.ssl.SSLParameters;

/** Whether a client must show a certificate, and whether it is checked; Go's names of {@code ClientAuthType}. */
public enum ClientAuthentication {
    NO_CLIENT_CERT(false, false, false),
    REQUEST_CLIENT_CERT(true, false, false),
    REQUIRE_ANY_CLIENT_CERT(true, true, false),
    VERIFY_CLIENT_CERT_IF_GIVEN(true, false, true),
    REQUIRE_AND_VERIFY_CLIENT_CERT(true, true, true);

    static final String EXPECTED = "NoClientCert, RequestClientCert, RequireAnyClientCert, VerifyClientCertIfGiven or"
            + " RequireAndVerifyClientCert";

    private final boolean asked;
    private final boolean required;
    private final boolean verified;

    ClientAuthentication(boolean asked, boolean required, boolean verified) {
        this.asked = asked;
        this.required = required;
        this.verified = verified;
    }

    static Optional<ClientAuthentication> of(String name) {
        return switch (name) {
            case "", "NoClientCert" -> Optional.of(NO_CLIENT_CERT);
            case "RequestClientCert" -> Optional.of(REQUEST_CLIENT_CERT);
            // The second is the older name of the first.
            case "RequireAnyClientCert", "RequireClientCert" -> Optional.of(REQUIRE_ANY_CLIENT_CERT);
            case "VerifyClientCertIfGiven" -> Optional.of(VERIFY_CLIENT_CERT_IF_GIVEN);
            case "RequireAndVerifyClientCert" -> Optional.of(REQUIRE_AND_VERIFY_CLIENT_CERT);
            default -> Optional.empty();
        };
    }

    boolean asked() {
        return asked;
    }

    boolean required() {
        return required;
    }

    boolean verified() {
        return verified;
    }

    void addTo(SSLParameters parameters) {
        if (required) {
            parameters.setNeedClientAuth(true);
        } else {
            parameters.setWantClientAuth(asked);
        }
    }
}

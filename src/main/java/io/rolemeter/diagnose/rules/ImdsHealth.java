package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.RoleFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The metadata service cannot be used: no program on this host gets, or renews, the role's credentials. */
public final class ImdsHealth implements Rule {
    private static final String SUBJECT = "imds";

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts
                .role()
                .filter(role -> role.imds().failure().isPresent())
                .flatMap(role -> draft(role, role.imds().failure().get(), OwnInstance.of(facts))
                        .map(draft -> draft.because(role.detail())
                                .because(InHand.workUntil(facts, now)
                                        .map(end -> "the credentials in hand work until " + end))
                                .at(now)))
                .stream()
                .toList();
    }

    private static Optional<Draft> draft(RoleFact role, ImdsFailure failure, OwnInstance own) {
        if (role.imds().tokensLost()) {
            return Optional.of(Draft.critical(FindingCode.IMDS_HOP_LIMIT, SUBJECT)
                    .because("requests without a token are answered, the request for a token is not")
                    .remedy(
                            "Raise the hop limit by one for each bridge in between, or let the container use the host's network.")
                    .command(own.metadataOptions("--http-put-response-hop-limit 2")));
        }
        return switch (failure) {
            case TIMEOUT, REFUSED, UNAVAILABLE ->
                Optional.of(Draft.critical(FindingCode.IMDS_UNREACHABLE, SUBJECT)
                        .remedy("Look for a firewall rule, a route or a proxy between this program and 169.254.169.254;"
                                + " in a container, use the host's network.")
                        .remedy("Is this host an EC2 instance at all?"));
            case FORBIDDEN ->
                Optional.of(Draft.critical(FindingCode.IMDS_DISABLED, SUBJECT)
                        .remedy("Switch it on, with tokens required.")
                        .command(own.metadataOptions("--http-endpoint enabled --http-tokens required")));
            case THROTTLED ->
                Optional.of(Draft.warning(FindingCode.IMDS_THROTTLED, SUBJECT)
                        .remedy("Find the program that asks all the time: one that makes a new credential provider"
                                + " for each request does. Credentials are to be kept until they are renewed."));
            default -> Optional.empty();
        };
    }
}

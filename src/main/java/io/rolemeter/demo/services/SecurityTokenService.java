package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.account.Session;
import io.rolemeter.demo.encoding.Xml;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;
import io.rolemeter.demo.http.Service;
import io.rolemeter.demo.signing.Authentication;
import io.rolemeter.demo.signing.Authenticator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** AWS STS in its query protocol: GetCallerIdentity, and AssumeRole of the viewer role. */
public final class SecurityTokenService implements Service {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_CHAINED_SECONDS = 3_600;

    private final Authenticator authenticator;
    private final Identities identities;
    private final Clock clock;

    /** The service of the host whose identities these are; the clock dates what it issues and judges signatures. */
    public SecurityTokenService(Identities identities, Clock clock) {
        this.authenticator = new Authenticator(identities, clock, "sts", TOLERANCE);
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        Authentication authentication = authenticator.authenticate(request);
        if (authentication instanceof Authentication.Refused refused) {
            return refuse(refused.refusal(), request.header("x-amz-date").orElse(""));
        }
        Principal principal = ((Authentication.Signed) authentication).principal();
        Map<String, String> parameters = Form.of(request);
        return switch (parameters.getOrDefault("Action", "")) {
            case "GetCallerIdentity" -> callerIdentity(principal);
            case "AssumeRole" -> assumeRole(principal, parameters);
            default -> error(400, "InvalidAction", "Could not find operation for version 2011-06-15");
        };
    }

    private static Response callerIdentity(Principal principal) {
        return result(
                "GetCallerIdentity",
                Xml.element("Arn", principal.arn())
                        + Xml.element("UserId", principal.userId())
                        + Xml.element("Account", Account.ID));
    }

    private Response assumeRole(Principal principal, Map<String, String> parameters) {
        String role = parameters.getOrDefault("RoleArn", "");
        String name = parameters.getOrDefault("RoleSessionName", "");
        String duration = parameters.getOrDefault("DurationSeconds", "3600");
        if (!name.matches("[\\w+=,.@-]{2,64}")
                || !duration.matches("\\d{1,6}")
                || Integer.parseInt(duration) < SHORTEST_SECONDS) {
            return error(
                    400,
                    "ValidationError",
                    "1 validation error detected: a parameter failed to satisfy its constraint");
        }
        if (!role.equals(Account.VIEWER_ARN) || !principal.policy().allows("sts:AssumeRole", role)) {
            return error(403, "AccessDenied", denial(principal, role));
        }
        if (Integer.parseInt(duration) > LONGEST_CHAINED_SECONDS) {
            return error(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return assumed(new Session(Account.VIEWER, name, now, now.plusSeconds(Integer.parseInt(duration))));
    }

    private Response assumed(Session session) {
        Credential credential = identities.issue(session);
        Principal assumed = identities.principal(session);
        return result(
                "AssumeRole",
                "<AssumedRoleUser>"
                        + Xml.element("AssumedRoleId", assumed.userId())
                        + Xml.element("Arn", assumed.arn())
                        + "</AssumedRoleUser><Credentials>"
                        + Xml.element("AccessKeyId", credential.keyId())
                        + Xml.element("SecretAccessKey", credential.secret())
                        + Xml.element("SessionToken", credential.token().orElseThrow())
                        + Xml.element("Expiration", session.expires().toString())
                        + "</Credentials>");
    }

    private static String denial(Principal principal, String role) {
        return principal
                .policy()
                .denial("sts:AssumeRole", role)
                .map(reason -> principal.notAuthorized("sts:AssumeRole", role) + " " + reason)
                .orElse(principal.notAuthorized("sts:AssumeRole", role));
    }

    private Response refuse(Refusal refusal, String time) {
        return switch (refusal) {
            case UNSIGNED -> error(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case UNKNOWN_KEY, MALFORMED_TOKEN ->
                error(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
            case EXPIRED_SESSION -> error(403, "ExpiredToken", "The security token included in the request is expired");
            case WRONG_SIGNATURE ->
                error(
                        403,
                        "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                                + " Access Key and signing method. Consult the service documentation for details.");
            case SKEWED_CLOCK -> error(403, "SignatureDoesNotMatch", skew(time, clock.instant()));
        };
    }

    private static String skew(String time, Instant now) {
        String present = Authenticator.TIME.format(now);
        boolean late = time.compareTo(present) < 0;
        String limit = Authenticator.TIME.format(late ? now.minus(TOLERANCE) : now.plus(TOLERANCE));
        return late
                ? "Signature expired: " + time + " is now earlier than " + limit + " (" + present + " - 5 min.)"
                : "Signature not yet current: " + time + " is still later than " + limit + " (" + present
                        + " + 5 min.)";
    }

    private static Response result(String action, String result) {
        String requestId = UUID.randomUUID().toString();
        return respond(
                200,
                requestId,
                "<" + action + "Response xmlns=\"" + NAMESPACE + "\"><" + action + "Result>" + result + "</" + action
                        + "Result><ResponseMetadata>" + Xml.element("RequestId", requestId) + "</ResponseMetadata></"
                        + action + "Response>");
    }

    private static Response error(int status, String code, String message) {
        String requestId = UUID.randomUUID().toString();
        return respond(
                status,
                requestId,
                "<ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error><Type>Sender</Type>" + Xml.element("Code", code)
                        + Xml.element("Message", message) + "</Error>" + Xml.element("RequestId", requestId)
                        + "</ErrorResponse>");
    }

    private static Response respond(int status, String requestId, String body) {
        return Response.of(status, "text/xml", body).with("x-amzn-RequestId", requestId);
    }
}

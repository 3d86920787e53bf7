package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.encoding.Json;
import io.rolemeter.demo.encoding.Xml;
import io.rolemeter.demo.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a protocol of AWS words its errors. */
enum Words {
    /** EC2. */
    COMPUTE("AuthFailure", "AuthFailure", "RequestExpired", "UnauthorizedOperation") {
        @Override
        Response error(int status, String code, String message) {
            return Response.of(
                    status,
                    "text/xml;charset=UTF-8",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>" + Xml.element("Code", code)
                            + Xml.element("Message", message) + "</Error></Errors>"
                            + Xml.element("RequestID", UUID.randomUUID().toString()) + "</Response>");
        }

        @Override
        Response refuse(Refusal refusal) {
            boolean late = refusal == Refusal.EXPIRED_SESSION || refusal == Refusal.SKEWED_CLOCK;
            return late
                    ? error(400, "RequestExpired", "Request has expired.")
                    : error(401, "AuthFailure", "AWS was not able to validate the provided access credentials");
        }

        @Override
        String sentence(String denial) {
            return "You are not authorized to perform this operation. " + denial
                    + ". Encoded authorization failure message: 3mO5pLEFAKEfakeFAKEfake";
        }
    },
    /** IAM, SNS. */
    QUERY("InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken", "AccessDenied") {
        @Override
        Response error(int status, String code, String message) {
            return Response.of(
                    status,
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type>" + Xml.element("Code", code)
                            + Xml.element("Message", message) + "</Error>"
                            + Xml.element("RequestId", UUID.randomUUID().toString()) + "</ErrorResponse>");
        }
    },
    /** Kinesis Video Streams, Bedrock, Access Analyzer. */
    JSON("UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException", "AccessDeniedException") {
        @Override
        Response error(int status, String code, String message) {
            return Response.of(status, "application/json", Json.compact(Map.of("Message", message)))
                    .with("x-amzn-ErrorType", code + ":http://internal.amazon.com/coral/com.amazon.coral.service/")
                    .with("x-amzn-RequestId", UUID.randomUUID().toString());
        }
    };

    private final String unknownKey;
    private final String wrongSignature;
    private final String expired;
    private final String denied;

    Words(String unknownKey, String wrongSignature, String expired, String denied) {
        this.unknownKey = unknownKey;
        this.wrongSignature = wrongSignature;
        this.expired = expired;
        this.denied = denied;
    }

    abstract Response error(int status, String code, String message);

    /** What stands around the sentence that denies. */
    String sentence(String denial) {
        return denial;
    }

    /** The answer to an action that the principal may not do; empty when it may. */
    Optional<Response> denial(Principal principal, String action, String resource) {
        return principal
                .policy()
                .denial(action, resource)
                .map(reason -> error(403, denied, sentence(principal.notAuthorized(action, resource) + " " + reason)));
    }

    Response refuse(Refusal refusal) {
        return switch (refusal) {
            case UNSIGNED -> error(403, "MissingAuthenticationToken", "Missing Authentication Token");
            case UNKNOWN_KEY, MALFORMED_TOKEN ->
                error(403, unknownKey, "The security token included in the request is invalid.");
            case EXPIRED_SESSION -> error(403, expired, "The security token included in the request is expired");
            case WRONG_SIGNATURE ->
                error(
                        403,
                        wrongSignature,
                        "The request signature we calculated does not match the signature you provided. Check your AWS"
                                + " Secret Access Key and signing method.");
            case SKEWED_CLOCK ->
                error(403, wrongSignature, "Signature expired: the time of the request is more than 5 min. off");
        };
    }
}

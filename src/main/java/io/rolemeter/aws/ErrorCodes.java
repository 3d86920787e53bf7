package io.rolemeter.aws;

import io.rolemeter.model.FailureReason;
import java.util.HashMap;
import java.util.Map;

/**
 * What the error codes of AWS mean. The same situation has a different code in each protocol, and the same code a different
 * HTTP status in each service, so the code decides; the message does only where one code stands for two situations.
 */
final class ErrorCodes {
    private static final Map<String, FailureReason> REASONS = new HashMap<>();

    static {
        mean(
                FailureReason.DENIED,
                "AccessDenied",
                "AccessDeniedException",
                "AllAccessDisabled",
                "AuthorizationError",
                "AuthorizationErrorException",
                "NotAuthorized",
                "NotAuthorizedException",
                "UnauthorizedOperation");
        mean(
                FailureReason.EXPIRED_TOKEN,
                "ExpiredToken",
                "ExpiredTokenException",
                "RequestExpired",
                "TokenRefreshRequired");
        mean(
                FailureReason.INVALID_KEY,
                "AuthFailure",
                "Blocked",
                "InvalidAccessKeyId",
                "InvalidClientTokenId",
                "InvalidSecurity",
                "InvalidToken",
                "NotSignedUp",
                "OptInRequired",
                "SubscriptionRequiredException",
                "UnrecognizedClientException");
        mean(FailureReason.BAD_SIGNATURE, "IncompleteSignature", "InvalidSignatureException", "SignatureDoesNotMatch");
        mean(FailureReason.CLOCK_SKEW, "RequestTimeTooSkewed", "RequestInTheFuture");
        mean(
                FailureReason.NO_CREDENTIALS,
                "MissingAuthenticationToken",
                "MissingAuthenticationTokenException",
                "MissingSecurityHeader");
        mean(
                FailureReason.NOT_FOUND,
                "NoSuchBucket",
                "NoSuchEntity",
                "NoSuchKey",
                "NotFound",
                "NotFoundException",
                "ResourceNotFound",
                "ResourceNotFoundException");
        mean(
                FailureReason.THROTTLED,
                "ClientLimitExceededException",
                "ModelNotReadyException",
                "ProvisionedThroughputExceededException",
                "RequestLimitExceeded",
                "ServiceQuotaExceededException",
                "SlowDown",
                "Throttled",
                "Throttling",
                "ThrottlingException",
                "TooManyRequestsException");
        mean(FailureReason.TIMEOUT, "ModelTimeoutException", "RequestTimeout", "RequestTimeoutException");
        mean(
                FailureReason.INVALID_REQUEST,
                "AuthorizationHeaderMalformed",
                "InvalidAction",
                "InvalidArgument",
                "InvalidArgumentException",
                "InvalidAuthorizationMessageException",
                "InvalidBucketName",
                "InvalidDeviceException",
                "InvalidParameter",
                "InvalidParameterCombination",
                "InvalidParameterException",
                "InvalidParameterValue",
                "InvalidRange",
                "InvalidRequest",
                "InvalidRequestException",
                "MalformedPolicyDocument",
                "MissingAction",
                "MissingCodecPrivateDataException",
                "MissingParameter",
                "NoDataRetentionException",
                "PermanentRedirect",
                "RegionDisabledException",
                "SerializationException",
                "UnknownOperationException",
                "UnsupportedOperation",
                "UnsupportedStreamMediaTypeException",
                "ValidationError",
                "ValidationException");
    }

    /** One code for a bad secret, a bad clock and a wrong region: these words of the message tell them apart. */
    private static final Map<String, FailureReason> BEGINNINGS = Map.of(
            "Signature expired:", FailureReason.CLOCK_SKEW,
            "Signature not yet current:", FailureReason.CLOCK_SKEW,
            "Credential should be scoped to", FailureReason.INVALID_REQUEST);

    private ErrorCodes() {}

    private static void mean(FailureReason reason, String... codes) {
        for (String code : codes) {
            REASONS.put(code, reason);
        }
    }

    /** {@link FailureReason#ERROR} for a code that is not known here. */
    static FailureReason reason(String code, String message) {
        FailureReason reason = REASONS.getOrDefault(code, FailureReason.ERROR);
        if (reason != FailureReason.BAD_SIGNATURE) {
            return reason;
        }
        return BEGINNINGS.entrySet().stream()
                .filter(beginning -> message.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(reason);
    }
}

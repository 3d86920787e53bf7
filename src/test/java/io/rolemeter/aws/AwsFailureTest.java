package io.rolemeter.aws;

import static io.rolemeter.aws.StubbedAws.s3Error;
import static io.rolemeter.aws.StubbedAws.stsError;
import static io.rolemeter.model.FailureReason.BAD_SIGNATURE;
import static io.rolemeter.model.FailureReason.CLOCK_SKEW;
import static io.rolemeter.model.FailureReason.DENIED;
import static io.rolemeter.model.FailureReason.ERROR;
import static io.rolemeter.model.FailureReason.EXPIRED_TOKEN;
import static io.rolemeter.model.FailureReason.INVALID_KEY;
import static io.rolemeter.model.FailureReason.INVALID_REQUEST;
import static io.rolemeter.model.FailureReason.NOT_FOUND;
import static io.rolemeter.model.FailureReason.NO_CREDENTIALS;
import static io.rolemeter.model.FailureReason.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.FailureReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS says when it refuses, as the SDK's own clients hear it. */
class AwsFailureTest {
    private static final StubbedAws AWS = new StubbedAws();
    private static final Calls CALLS = new Calls(AWS.clients());

    private static final String EXPIRED = "The security token included in the request is expired";
    private static final String INVALID = "The security token included in the request is invalid.";
    private static final String UNSIGNED = "Request is missing Authentication Token";
    private static final String MISMATCH = "The request signature we calculated does not match the signature you"
            + " provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.";
    private static final String LATE =
            "Signature expired: 20141106T010406Z is now earlier than 20141106T011252Z" + " (20141106T011752Z - 5 min.)";
    private static final String EARLY = "Signature not yet current: 20141106T013000Z is still later than"
            + " 20141106T012252Z (20141106T011752Z + 5 min.)";
    private static final String REFUSED = "User: arn:aws:sts::111122223333:assumed-role/app/i-0abc1234def567890 is not"
            + " authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/viewer";

    @AfterAll
    static void stop() {
        AWS.close();
    }

    static Stream<Arguments> sts() {
        return Stream.of(
                arguments(403, "ExpiredToken", EXPIRED, EXPIRED_TOKEN),
                arguments(400, "ExpiredTokenException", EXPIRED, EXPIRED_TOKEN),
                arguments(403, "InvalidClientTokenId", INVALID, INVALID_KEY),
                arguments(403, "SignatureDoesNotMatch", MISMATCH, BAD_SIGNATURE),
                arguments(400, "IncompleteSignature", "Credential must have exactly 5 elements", BAD_SIGNATURE),
                arguments(403, "SignatureDoesNotMatch", LATE, CLOCK_SKEW),
                arguments(403, "SignatureDoesNotMatch", EARLY, CLOCK_SKEW),
                arguments(
                        403,
                        "SignatureDoesNotMatch",
                        "Credential should be scoped to a valid Region, not us-nowhere-1. ",
                        INVALID_REQUEST),
                arguments(
                        403,
                        "SignatureDoesNotMatch",
                        "Credential should be scoped to correct service: 'sts'. ",
                        INVALID_REQUEST),
                arguments(403, "MissingAuthenticationToken", UNSIGNED, NO_CREDENTIALS),
                arguments(403, "AccessDenied", REFUSED, DENIED),
                arguments(400, "Throttling", "Rate exceeded", THROTTLED),
                arguments(
                        403,
                        "RegionDisabledException",
                        "STS is not activated in this region for account:111122223333. Your account administrator can"
                                + " activate STS in this region using the IAM Console.",
                        INVALID_REQUEST),
                arguments(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                                + " chaining.",
                        INVALID_REQUEST),
                arguments(500, "InternalFailure", "We encountered an internal error.", ERROR));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("sts")
    void aRefusalOfStsIsNamedByItsCode(int status, String code, String message, FailureReason reason) {
        AWS.sts(stsError(status, code, message));

        assertThat(CALLS.callerIdentity()).isEqualTo(failure(reason, code, message));
    }

    static Stream<Arguments> s3() {
        return Stream.of(
                arguments(400, "ExpiredToken", "The provided token has expired.", EXPIRED_TOKEN),
                arguments(
                        403,
                        "InvalidAccessKeyId",
                        "The AWS Access Key Id you provided does not exist in our records.",
                        INVALID_KEY),
                arguments(400, "InvalidToken", "The provided token is malformed or otherwise invalid.", INVALID_KEY),
                arguments(403, "SignatureDoesNotMatch", MISMATCH, BAD_SIGNATURE),
                arguments(
                        403,
                        "RequestTimeTooSkewed",
                        "The difference between the request time and the current time is too large.",
                        CLOCK_SKEW),
                arguments(
                        400,
                        "AuthorizationHeaderMalformed",
                        "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
                        INVALID_REQUEST),
                arguments(
                        301,
                        "PermanentRedirect",
                        "The bucket you are attempting to access must be addressed using the specified endpoint."
                                + " Please send all future requests to this endpoint.",
                        INVALID_REQUEST),
                arguments(403, "AccessDenied", "Access Denied", DENIED),
                arguments(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::111122223333:assumed-role/app/i-0abc1234def567890 is not authorized to"
                                + " perform: s3:GetObject on resource: \"arn:aws:s3:::source/health.txt\" with an"
                                + " explicit deny in an identity-based policy",
                        DENIED),
                arguments(404, "NoSuchKey", "The specified key does not exist.", NOT_FOUND),
                arguments(404, "NoSuchBucket", "The specified bucket does not exist", NOT_FOUND),
                arguments(503, "SlowDown", "Please reduce your request rate.", THROTTLED));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("s3")
    void aRefusalOfS3IsNamedByItsCode(int status, String code, String message, FailureReason reason) {
        AWS.s3(Calls.OBJECT, s3Error(status, code, message));

        assertThat(CALLS.getObject()).isEqualTo(failure(reason, code, message));
        assertThat(CALLS.putObject()).isEqualTo(failure(reason, code, message));
    }

    @Test
    void whatS3RepeatsOfARequestWithABadSignatureIsNotQuoted() {
        AWS.s3(
                Calls.OBJECT,
                s3Error(
                        403,
                        "SignatureDoesNotMatch",
                        MISMATCH + " (" + StubbedAws.KEY_ID + ")",
                        "<AWSAccessKeyId>" + StubbedAws.KEY_ID + "</AWSAccessKeyId>",
                        "<StringToSign>AWS4-HMAC-SHA256 20261121T120000Z</StringToSign>",
                        "<CanonicalRequest>x-amz-security-token:" + StubbedAws.TOKEN + "</CanonicalRequest>"));

        assertThat(CALLS.getObject())
                .isEqualTo(new AwsFailure(
                        BAD_SIGNATURE, "SignatureDoesNotMatch: " + MISMATCH + " (ASIA************ION2)"));
    }

    @Test
    void theCanonicalStringThatAMessageQuotesLosesTheToken() {
        AWS.sts(stsError(403, "SignatureDoesNotMatch", """
                Short. The Canonical String for this request should have been
                'POST
                /

                host:sts.eu-west-1.amazonaws.com
                x-amz-security-token:%s

                host;x-amz-security-token'
                """.formatted(StubbedAws.TOKEN)));

        assertThat(CALLS.callerIdentity())
                .isEqualTo(
                        new AwsFailure(
                                BAD_SIGNATURE,
                                "SignatureDoesNotMatch: Short. The Canonical String for this request should have been 'POST /"
                                        + " host:sts.eu-west-1.amazonaws.com x-amz-security-token:… host;x-amz-security-token'"));
    }

    private static AwsFailure failure(FailureReason reason, String code, String message) {
        return new AwsFailure(reason, code + ": " + message.strip(), Denial.read(message));
    }
}

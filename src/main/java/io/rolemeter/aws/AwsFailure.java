package io.rolemeter.aws;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a call to AWS gave nothing.
 *
 * @param detail one sentence that is fit to be shown: AWS's code and message, or what went wrong on the way
 * @param denied what a denial says of itself
 */
public record AwsFailure(FailureReason reason, String detail, Optional<DeniedAction> denied) {
    public AwsFailure(FailureReason reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    /** Begins a message that goes on with what every provider had to say. */
    private static final String NO_PROVIDER = "Unable to load credentials from any of the providers";

    /** How the JDK begins to complain of a first line that HTTP does not have; it has no type for it. */
    private static final String NOT_HTTP = "Invalid Http response";

    /** Reads the code of an answer, or the cause of there being none. Its detail never quotes a secret. */
    public static AwsFailure of(SdkException thrown) {
        if (thrown instanceof AwsServiceException answered) {
            return ofAnswer(answered);
        }
        if (thrown instanceof ApiCallTimeoutException || thrown instanceof ApiCallAttemptTimeoutException) {
            return new AwsFailure(FailureReason.TIMEOUT, "AWS did not answer in time");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<AwsFailure> failure = ofCause(cause);
            if (failure.isPresent()) {
                return failure.get();
            }
        }
        return ofMessage(String.valueOf(thrown.getMessage()));
    }

    private static AwsFailure ofAnswer(AwsServiceException answered) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answered.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        String message = details.map(AwsErrorDetails::errorMessage).orElse("");
        if (code.isEmpty()) {
            return new AwsFailure(
                    FailureReason.UNEXPECTED_ANSWER,
                    "HTTP " + answered.statusCode() + " without an error code that AWS would send");
        }
        FailureReason reason = ErrorCodes.reason(code, message);
        return new AwsFailure(
                reason,
                SafeText.of(code + ": " + message),
                reason == FailureReason.DENIED ? Denial.read(message) : Optional.empty());
    }

    private static Optional<AwsFailure> ofCause(Throwable cause) {
        if (cause instanceof SocketTimeoutException) {
            return Optional.of(new AwsFailure(FailureReason.TIMEOUT, "AWS did not answer in time"));
        }
        if (cause instanceof SSLException) {
            return Optional.of(new AwsFailure(
                    FailureReason.TLS, "TLS failed: " + SafeText.of(String.valueOf(cause.getMessage()))));
        }
        if (cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException) {
            return Optional.of(new AwsFailure(
                    FailureReason.UNREACHABLE, "no connection: " + SafeText.of(String.valueOf(cause.getMessage()))));
        }
        if (cause instanceof BoundedHttpClient.OversizedAnswerException) {
            return Optional.of(new AwsFailure(FailureReason.UNEXPECTED_ANSWER, cause.getMessage() + ""));
        }
        if (cause instanceof IOException) {
            return Optional.of(
                    String.valueOf(cause.getMessage()).startsWith(NOT_HTTP)
                            ? new AwsFailure(
                                    FailureReason.UNEXPECTED_ANSWER, "something that does not speak HTTP answers there")
                            : new AwsFailure(FailureReason.UNREACHABLE, "the connection broke off"));
        }
        return Optional.empty();
    }

    /** The SDK has no type of its own for these. */
    private static AwsFailure ofMessage(String message) {
        if (message.equals(AwsClients.BROKEN_PROFILE)) {
            return new AwsFailure(FailureReason.ERROR, message);
        }
        if (message.startsWith(NO_PROVIDER)) {
            return new AwsFailure(FailureReason.NO_CREDENTIALS, "no provider of the chain found credentials");
        }
        if (message.contains("credentials")) {
            return new AwsFailure(FailureReason.NO_CREDENTIALS, SafeText.of(message));
        }
        return new AwsFailure(FailureReason.UNEXPECTED_ANSWER, "the answer is not what this call answers");
    }
}

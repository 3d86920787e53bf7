package io.rolemeter.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What an AWS API answered, whatever the status.
 *
 * @param error what went wrong according to AWS; empty when all is well, and when something else than AWS answers
 * @param body may hold secrets, so this does not print itself
 */
public record ApiAnswer(int status, Optional<ApiError> error, String body) {
    public boolean succeeded() {
        return status / 100 == 2;
    }

    /**
     * This answer, when its status is one of success.
     *
     * @throws AwsServiceException when it is not
     */
    public ApiAnswer orThrow() {
        if (succeeded()) {
            return this;
        }
        AwsErrorDetails.Builder details = AwsErrorDetails.builder();
        error.ifPresent(known -> details.errorCode(known.code()).errorMessage(known.message()));
        throw AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(error.isPresent() ? details.build() : null)
                .message("HTTP " + status)
                .build();
    }

    @Override
    public String toString() {
        return "ApiAnswer[HTTP " + status + ", " + body.length() + " characters]";
    }
}

package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.aws.ApiError;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.Expectation;
import java.util.Optional;

/**
 * What an AWS API must answer to an {@link AwsApi} probe.
 *
 * @param error the code of the error that it must be
 * @param denied whether the call must be denied
 */
record ExpectedAnswer(Optional<Integer> status, Optional<String> error, AnswerChecks checks, boolean denied) {
    /** EC2's word for "you may, and nothing was done". */
    private static final String WOULD_HAVE_SUCCEEDED = "DryRunOperation";

    static ExpectedAnswer read(ProbeSettings settings) {
        Section own = settings.own();
        return new ExpectedAnswer(
                own.number("status", 100, 599).map(Long::intValue),
                own.text("error"),
                AnswerChecks.read(own),
                settings.expect() == Expectation.DENIED);
    }

    /**
     * What came back from a call.
     *
     * @param call what it is, for a person
     * @throws software.amazon.awssdk.core.exception.SdkException what AWS answered, when that is an error that says it all
     */
    Answer judge(ApiAnswer answer, String call) {
        String code = answer.error().map(ApiError::code).orElse("");
        return denied ? ofDenied(answer, code, call) : ofAllowed(answer, code, call);
    }

    /** An error is a denial by its code alone: an expired token may have the same status. */
    private Answer ofDenied(ApiAnswer answer, String code, String call) {
        if (code.equals(WOULD_HAVE_SUCCEEDED)) {
            return new Answer.Done(call + " would have succeeded");
        }
        if (ApiError.denies(code) && meantForDenials()) {
            Optional<String> other = unlike(answer, code);
            if (other.isPresent()) {
                return Answer.Refused.unexpected(call + " was denied with " + code + ", but " + other.get());
            }
        }
        answer.orThrow();
        return new Answer.Done(call + " succeeded");
    }

    /** Whether the settings describe a denial; others describe the success that must not come. */
    private boolean meantForDenials() {
        return error.map(ApiError::denies)
                .orElseGet(() -> status.filter(one -> one / 100 != 2).isPresent());
    }

    private Optional<String> unlike(ApiAnswer answer, String code) {
        return error.filter(wanted -> !wanted.equals(code))
                .map(wanted -> "expected is the error " + wanted)
                .or(() -> status.filter(wanted -> wanted != answer.status())
                        .map(wanted -> "with HTTP " + answer.status() + "; expected is " + wanted))
                .or(() -> checks.unmet(answer.body()));
    }

    private Answer ofAllowed(ApiAnswer answer, String code, String call) {
        if (error.isPresent()) {
            String wanted = error.get();
            if (code.equals(wanted)) {
                String refused = call + " was refused with " + wanted;
                return unlike(answer, code)
                        .<Answer>map(other -> Answer.Refused.unexpected(refused + ", but " + other))
                        .orElseGet(() -> new Answer.Done(refused + ", as expected"));
            }
            answer.orThrow();
            return Answer.Refused.unexpected(call + " succeeded; expected is the error " + wanted);
        }
        if (code.equals(WOULD_HAVE_SUCCEEDED)) {
            return new Answer.Done(call + " would have succeeded");
        }
        boolean expectedStatus = status.equals(Optional.of(answer.status()));
        if (!expectedStatus) {
            answer.orThrow();
        }
        if (!expectedStatus && status.isPresent()) {
            return Answer.Refused.unexpected(
                    call + " was answered with HTTP " + answer.status() + "; expected is " + status.get());
        }
        return checks.unmet(answer.body())
                .<Answer>map(check -> Answer.Refused.unexpected(call + ": " + check))
                .orElseGet(() -> new Answer.Done(call + " succeeded"));
    }
}

package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.Optional;

class ApiErrorFuzzTest {
    /** The first line stands for the header, when it begins with a colon. */
    @FuzzTest
    void anErrorHasACodeThatStandsInTheAnswer(byte[] input) {
        String answer = Fuzzed.text(input);
        int end = answer.indexOf('\n');
        Optional<String> type =
                answer.startsWith(":") && end > 0 ? Optional.of(answer.substring(1, end)) : Optional.empty();
        String body = type.isPresent() ? answer.substring(end + 1) : answer;

        Optional<ApiError> error = Fuzzed.soon(() -> ApiError.read(type, body));

        error.ifPresent(found -> {
            assertThat(found.code()).isNotEmpty();
            assertThat(found.code().length() + found.message().length()).isLessThanOrEqualTo(answer.length());
            assertThat(ErrorCodes.reason(found.code(), found.message())).isNotNull();
        });
    }
}

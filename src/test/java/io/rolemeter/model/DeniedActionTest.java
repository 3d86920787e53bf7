package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeniedActionTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:sqs:eu-west-1:111122223333:jobs, eu-west-1",
        "arn:aws:logs:eu-west-1:111122223333:log-group:app:x, eu-west-1",
        "arn:aws:s3:::bucket/file, ''"
    })
    void anArnNamesTheRegionOfWhatWasDenied(String resource, String region) {
        assertThat(denied(Optional.of(resource)).resourceRegion()).contains(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "arn:aws:s3", "arn:aws:sqs:eu-west-1:111122223333", "urn:aws:sqs:eu-west-1:1:jobs"})
    void whatIsNoArnNamesNone(String resource) {
        assertThat(denied(Optional.of(resource)).resourceRegion()).isEmpty();
    }

    @Test
    void aResourceThatIsNotSaidHasNone() {
        assertThat(denied(Optional.empty()).resourceRegion()).isEmpty();
    }

    private static DeniedAction denied(Optional<String> resource) {
        return new DeniedAction(
                "arn:aws:sts::111122223333:assumed-role/app/i-0abc",
                "sqs:SendMessage",
                resource,
                DeniedAction.Because.NOT_ALLOWED,
                Optional.empty(),
                Optional.empty());
    }
}

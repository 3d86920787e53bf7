package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.FailureReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Every error that AWS is known to answer with, in the protocol that it comes in, and what it means. */
class ErrorTaxonomyTest {
    private static final String EC2 = "<?xml"
            + " version=\"1.0\"?><Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors></Response>";
    private static final String QUERY = "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
            + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>";
    private static final String S3 = "<?xml version=\"1.0\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>";

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "/error-taxonomy.csv", delimiter = '|', numLinesToSkip = 1)
    void everyErrorHasItsReason(String protocol, int status, String code, String message, FailureReason reason) {
        ApiAnswer answer = answer(protocol, status, code, message == null ? "" : message);

        assertThat(failure(answer).reason()).isEqualTo(reason);
        assertThat(failure(answer).detail()).startsWith(code + ": ");
    }

    private static ApiAnswer answer(String protocol, int status, String code, String message) {
        Document document = document(protocol, code, message);
        return read(status, document.type(), document.body());
    }

    /**
     * An error as it comes over the wire.
     *
     * @param type the header {@code x-amzn-ErrorType}
     */
    record Document(Optional<String> type, String body) {}

    static Document document(String protocol, String code, String message) {
        String escaped = message.replace("\"", "\\\"");
        return switch (protocol) {
            case "query" -> new Document(Optional.empty(), QUERY.formatted(code, message));
            case "s3" -> new Document(Optional.empty(), S3.formatted(code, message));
            case "ec2" -> new Document(Optional.empty(), EC2.formatted(code, message));
            case "json" ->
                new Document(
                        Optional.empty(),
                        "{\"__type\":\"com.amazon.coral.service#%s\",\"message\":\"%s\"}".formatted(code, escaped));
            case "rest" ->
                new Document(
                        Optional.of(code + ":http://internal.amazon.com/coral/"),
                        "{\"Message\":\"%s\"}".formatted(escaped));
            default -> throw new IllegalArgumentException(protocol);
        };
    }

    private static ApiAnswer read(int status, Optional<String> type, String body) {
        return new ApiAnswer(status, ApiError.read(type, body), body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"__type\":7}",
                "{\"code\":\"\"}",
                "<html><body>Bad Gateway</body></html>",
                "<Error/>",
                "<Error><Code></Code></Error>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Error><Code>&b;</Code></Error>",
                "<Error><Code>AccessDenied",
                "\u0000\u0001"
            })
    void whatIsNoErrorOfAwsIsUnexpected(String body) {
        assertThat(failure(read(502, Optional.empty(), body)))
                .isEqualTo(new AwsFailure(
                        FailureReason.UNEXPECTED_ANSWER, "HTTP 502 without an error code that AWS would send"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AccessDeniedException|{}",
                "com.amazonaws.kms#AccessDeniedException|{}",
                "com.amazonaws.kms#AccessDeniedException:http://internal.amazon.com/coral/#kms|{}",
                "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/#denied|{}",
                "''|{\"__type\":\"com.amazonaws.kms#AccessDeniedException\"}",
                "' '|{\"__type\":\"\",\"code\":\"AccessDeniedException\"}"
            })
    void aCodeIsBareWhateverSurroundsIt(String type, String body) {
        assertThat(ApiError.read(Optional.of(type), body)).map(ApiError::code).contains("AccessDeniedException");
    }

    @Test
    void aDenialIsReadFromTheWholeMessage() {
        String sentence =
                "User: arn:aws:sts::111122223333:assumed-role/r/i-0 is not authorized to perform: s3:GetObject";
        AwsFailure failure = failure(answer("s3", 403, "AccessDenied", "x".repeat(600) + " " + sentence));

        assertThat(failure.detail()).hasSizeLessThanOrEqualTo(500);
        assertThat(failure.denied().orElseThrow().action()).isEqualTo("s3:GetObject");
    }

    @Test
    void anAnswerNeverPrintsWhatItHolds() {
        assertThat(new ApiAnswer(200, Optional.empty(), "{\"Password\":\"hunter2\"}").toString())
                .isEqualTo("ApiAnswer[HTTP 200, 22 characters]");
    }

    private static AwsFailure failure(ApiAnswer answer) {
        try {
            answer.orThrow();
        } catch (AwsServiceException e) {
            return AwsFailure.of(e);
        }
        throw new AssertionError("an answer of success is no failure");
    }
}

package io.rolemeter.collect.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.Fuzzed;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String STACK = """
            ExpiredToken: The security token included in the request is expired
                at throwDefaultError (/srv/api/node_modules/@smithy/smithy-client/dist-cjs/index.js:844:20)
                at async /srv/api/app.js:12:3 {
              '$fault': 'client',
              '$metadata': { httpStatusCode: 403, attempts: 1 },
              Type: 'Sender',
              Code: 'ExpiredToken'
            }
            """;

    /** What SDKs and the CLI write, as FACTS and the services' own answers have it; an empty list is what must not count. */
    @ParameterizedTest
    @CsvFileSource(resources = "/log-lines.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 2000)
    void aLineMeansItsErrorsAndNoOthers(String errors, String line) {
        assertThat(errors(line.replace("\\n", "\n")))
                .as(line)
                .isEqualTo(errors.strip().equals("-") ? "" : errors.strip());
    }

    @Test
    void everyErrorStandsInTheTableAbove() throws IOException {
        try (var csv = LogScanTest.class.getResourceAsStream("/log-lines.csv")) {
            String table = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            for (LogError error : LogError.values()) {
                assertThat(table).contains(error.label());
            }
            for (ErrorWords.Word word : ErrorWords.all()) {
                assertThat(table).contains(word.text());
            }
        }
    }

    @Test
    void aStackTraceIsOneError() {
        assertThat(errors(STACK)).isEqualTo("expired_token");
        assertThat(errors(STACK + STACK)).isEqualTo("expired_token expired_token");
    }

    @Test
    void aStackTraceWithATimeBeforeEachLineIsOneError() {
        String timed =
                STACK.lines().map(line -> "2026-11-21T16:37:01: " + line + "\n").collect(Collectors.joining());

        assertThat(errors(timed)).isEqualTo("expired_token");
        assertThat(errors(timed + timed)).isEqualTo("expired_token expired_token");
    }

    @Test
    void aStackTraceWithATimeAndItsZoneBeforeEachLineIsOneError() {
        String timed = STACK.lines()
                .map(line -> "2026-11-21 16:37:01 UTC: " + line + "\n")
                .collect(Collectors.joining());

        assertThat(errors(timed + timed)).isEqualTo("expired_token expired_token");
    }

    @Test
    void aCodeBehindALineEndWithinJsonCounts() {
        assertThat(errors("{\"msg\":\"cannot read:\\nInvalidClientTokenId\"}\n"))
                .isEqualTo("invalid_key");
        assertThat(errors("{\"msg\":\"cannot read: nInvalidClientTokenId\"}\n")).isEmpty();
    }

    @Test
    void aStackTraceInTheLogOfAContainerIsOneError() {
        String wrapped = """
                ExpiredTokenException: no
                \tat Foo.bar(Foo.java:1)
                Caused by: com.example.Other
                \tat Foo.bar(Foo.java:2)
                \tExpiredToken
                """;
        String trace = inContainer(STACK) + inContainer(wrapped);

        assertThat(errors(trace + trace)).isEqualTo("expired_token expired_token expired_token expired_token");
    }

    /** The time of a container's log is Docker's, which has a zone; the program's own may have none, and another than the host's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ExpiredToken\n",
                "2026-11-21T16:37:01: ExpiredToken\n",
                "ExpiredToken: The security token included in the request is expired, and much more is said of it, so that the"
                        + " line is longer than what is searched for a time at its beginning, wherever that ends\n"
            })
    void aLineInTheLogOfAContainerTellsItsTimeAtItsEnd(String written) {
        assertThat(mentions(inContainer(written)).get(0).writtenAt()).contains(Instant.parse("2026-11-21T16:37:02Z"));
    }

    @Test
    void aLineInTheLogOfAContainerWhoseEndIsMissingTellsTheTimeOfItsProgram() {
        assertThat(mentions("{\"log\":\"2026-11-21T16:37:01Z ExpiredToken: no")
                        .get(0)
                        .writtenAt())
                .contains(Instant.parse("2026-11-21T16:37:01Z"));
    }

    /** As Docker's driver json-file writes it. */
    private static String inContainer(String written) {
        return written.lines()
                .map(line -> "{\"log\":\"" + line.replace("\t", "\\t") + "\\n\",\"stream\":\"stderr\","
                        + "\"time\":\"2026-11-21T16:37:02.123456789Z\"}\n")
                .collect(Collectors.joining());
    }

    @Test
    void aWrappedExceptionIsOneError() {
        assertThat(errors("""
                java.lang.IllegalStateException: cannot read
                \tat com.example.Main.main(Main.java:7)
                Caused by: software.amazon.awssdk.services.sts.model.StsException: The security token included in the \
                request is expired (Service: Sts, Status Code: 403, Request ID: 1)
                \tat software.amazon.awssdk.Foo.bar(Foo.java:1)
                Caused by: java.lang.RuntimeException: ExpiredToken
                """)).isEqualTo("expired_token");
    }

    @Test
    void aClockThatIsWrongIsNoBadSignature() {
        assertThat(
                        errors(
                                "SignatureDoesNotMatch: Signature expired: 20141106T010406Z is now earlier than 20141106T011252Z"))
                .isEqualTo("clock_skew");
    }

    @Test
    void linesOfRolemeterItselfDoNotCount() {
        assertThat(errors("Nov 21 16:00:00 ip-10-0-1-23 rolemeter[733]: dead_key_shadows_role: InvalidClientTokenId"))
                .isEmpty();
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments("2026-11-21T16:37:01: ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("2026-11-21 16:37:01,123 ERROR ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("[2026-11-21 16:37:01] ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("2026/11/21 16:37:01 ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("2026-11-21T16:37:01.123Z ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("2026-11-21T16:37:01+05:30 ExpiredToken", "2026-11-21T11:07:01Z"),
                arguments("2026-11-21 16:37:01 -0800 ExpiredToken", "2026-11-22T00:37:01Z"),
                arguments("2026-11-21 16:37:01 UTC ERROR ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("2026-11-21 16:37:01,123 GMT ERROR ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("[2026-11-21 16:37:01 UTC] ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("2026-11-21 16:37:01UTC: ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("2026-11-21 16:37:01 Z ExpiredToken", "2026-11-21T16:37:01Z"),
                arguments("2026-11-21 16:37:01 GMT+0530 ExpiredToken", "2026-11-21T11:07:01Z"),
                arguments("2026-11-21 16:37:01 UTC-08:00 ExpiredToken", "2026-11-22T00:37:01Z"),
                arguments("2026-11-21 16:37:01 ZooKeeper: ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("2026-11-21 16:37:01 UTCLogger ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments("2026-11-21 16:37:01 -08:001 ExpiredToken", "2026-11-21T15:37:01Z"),
                arguments(
                        "{\"level\":50,\"time\":1795278349237,\"msg\":\"ExpiredToken\"}",
                        Instant.ofEpochSecond(1795278349).toString()),
                arguments(
                        "{\"ts\":1795278349.25,\"msg\":\"ExpiredToken\"}",
                        Instant.ofEpochSecond(1795278349).toString()),
                arguments(
                        "{\"level\":\"error\",\"timestamp\":\"2026-11-21T16:37:01.000Z\",\"m\":\"ExpiredToken\"}",
                        "2026-11-21T16:37:01Z"),
                arguments("2026-13-45T99:99:99: ExpiredToken", null),
                arguments("2026-02-30 12:00:00 ExpiredToken", null),
                arguments("2026-11-21T16:37:01+99:99 ExpiredToken", null),
                arguments("{\"time\":9999999999999999999,\"msg\":\"ExpiredToken\"}", null),
                arguments("ExpiredToken", null));
    }

    @ParameterizedTest
    @MethodSource("times")
    void aLineTellsItsTime(String line, String time) {
        assertThat(mentions(line).get(0).writtenAt())
                .isEqualTo(Optional.ofNullable(time).map(Instant::parse));
    }

    @Test
    void anErrorWithoutATimeIsNotOlderThanTheTimeBeforeIt() {
        Mention mention = mentions("2026-11-21T16:37:01Z listening\nsomething else\nExpiredToken\n")
                .get(0);

        assertThat(mention.writtenAt()).isEmpty();
        assertThat(mention.notBefore()).contains(Instant.parse("2026-11-21T16:37:01Z"));
    }

    @Test
    void aDenialTellsWhoWasDenied() {
        Mention mention = mentions(
                        "AccessDenied: User: arn:aws:iam::111122223333:user/backend is not authorized to perform:"
                                + " s3:GetObject on resource: \"arn:aws:s3:::source/health.txt\" because no identity-based policy"
                                + " allows the s3:GetObject action\n")
                .get(0);

        assertThat(mention.denied().map(DeniedAction::principal)).contains("arn:aws:iam::111122223333:user/backend");
        assertThat(mention.denied().map(DeniedAction::action)).contains("s3:GetObject");
    }

    /** Wherever the pieces of a large log begin and end, each message counts once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 300, 4000})
    void messagesAcrossPiecesCountOnce(int shift) {
        String filler = "x".repeat(97) + "\n";
        String log = "y".repeat(shift) + "\n"
                + IntStream.range(0, 3000)
                        .mapToObj(i -> (i % 3 == 0 ? STACK : "") + filler)
                        .collect(Collectors.joining());

        assertThat(mentions(log)).hasSize(1000).allMatch(mention -> mention.error() == LogError.EXPIRED_TOKEN);
    }

    @Test
    void whatWasReadBeforeIsNotCountedAgain() throws IOException {
        byte[] log = (STACK + STACK).getBytes(StandardCharsets.UTF_8);
        int half = STACK.length();
        List<Mention> found = new ArrayList<>();

        long read = new LogScan(new LineTimes(() -> ZONE))
                .read(new ByteArrayInputStream(log), half + 200, log.length - half - 200, found::add);

        assertThat(found).isEmpty();
        assertThat(read).isEqualTo(log.length - half - 200);
    }

    @Test
    void aWordThatIsCutByTheLastLookIsFoundByTheNext() throws IOException {
        byte[] log = "oops ExpiredToken\n".getBytes(StandardCharsets.UTF_8);
        List<Mention> found = new ArrayList<>();

        new LogScan(new LineTimes(() -> ZONE)).read(new ByteArrayInputStream(log), 10, log.length - 10, found::add);

        assertThat(found).hasSize(1);
    }

    @Test
    void oneLineWithoutAnEndIsReadInTimeAndCountsOnceForEachPiece() {
        String endless = "{\"a\":\"ExpiredToken\"},".repeat(200_000);

        assertThat(mentions(endless)).hasSizeLessThan(20);
    }

    @Test
    void errorsWithoutTimesAreReadInTimeAndHaveTheOneWithin8KiBBeforeThem() {
        String timed = "2026-11-26 10:00:00Z up\n";

        List<Mention> found = Fuzzed.soon(() -> mentions(timed + "ExpiredToken\n".repeat(350_000)));

        assertThat(found).hasSize(350_000);
        assertThat(found.stream().filter(mention -> mention.notBefore().isPresent()))
                .hasSize(((8 << 10) - timed.length()) / "ExpiredToken\n".length() + 1)
                .allMatch(mention -> mention.notBefore().equals(Optional.of(Instant.parse("2026-11-26T10:00:00Z"))));
    }

    private static String errors(String log) {
        return mentions(log).stream().map(mention -> mention.error().label()).collect(Collectors.joining(" "));
    }

    private static List<Mention> mentions(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        List<Mention> found = new ArrayList<>();
        try {
            new LogScan(new LineTimes(() -> ZONE)).read(new ByteArrayInputStream(bytes), 0, bytes.length, found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}

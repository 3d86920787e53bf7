package io.rolemeter.collect.caller;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.rolemeter.aws.StubbedAws.identity;
import static io.rolemeter.aws.StubbedAws.stsError;
import static io.rolemeter.model.CallerSubject.DEFAULT_CHAIN;
import static io.rolemeter.model.CallerSubject.INSTANCE_ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.HostileServer;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.OwnSettings;
import io.rolemeter.aws.StubbedAws;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.OwnChain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an STS that says what a test wants, on a host with nothing but two profile files. */
class CallerCollectorTest {
    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app/i-0abc1234def567890";
    private static final CallerAnswer NO_PROVIDER =
            new CallerAnswer.Unidentified(FailureReason.NO_CREDENTIALS, "no provider of the chain found credentials");

    @TempDir
    private Path folder;

    private final StubbedAws aws = new StubbedAws();
    private OwnSettings settings = OwnSettings.ofFiles(Path.of("/nowhere"));

    @BeforeEach
    void ownFiles() {
        settings.close();
        settings = OwnSettings.ofFiles(folder);
    }

    @AfterEach
    void stop() {
        settings.close();
        aws.close();
    }

    @Test
    void bothSubjectsAreAskedForEachWithItsOwnKey() throws IOException {
        aws.sts(identity(ROLE, "111122223333"));
        profile("AKIARTX3GSDSVIA23BC7");

        CallersFact fact = collect();

        CallerAnswer expected = new CallerAnswer.Identified(CallerIdentity.of(ROLE, "111122223333"));
        assertThat(fact.answers())
                .containsEntry(INSTANCE_ROLE, expected)
                .containsEntry(DEFAULT_CHAIN, expected)
                .hasSize(2);
        verifyAskedWith("ASIARTX3GSDSSESSION2");
        verifyAskedWith("AKIARTX3GSDSVIA23BC7");
    }

    @Test
    void theKeyOfTheDefaultChainIsToldWithoutItsId() throws IOException {
        profile("AKIARTX3GSDSVIA23BC7");

        assertThat(collect().ownChain().flatMap(OwnChain::key))
                .isEqualTo(KeyId.of("AKIARTX3GSDSVIA23BC7"))
                .hasValueSatisfying(key -> assertThat(key.toString()).isEqualTo("AKIA************3BC7"));
    }

    @Test
    void withoutCredentialsNothingIsAsked() {
        aws.role.drop();

        assertThat(collect().answers())
                .containsEntry(
                        INSTANCE_ROLE,
                        new CallerAnswer.Unidentified(
                                FailureReason.NO_CREDENTIALS, "the metadata service has given no credentials"))
                .containsEntry(DEFAULT_CHAIN, NO_PROVIDER);
        aws.server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whatTheDefaultChainFindsIsLookedForAgainEachTime() throws IOException {
        aws.sts(identity(ROLE, "111122223333"));
        CallerCollector collector = collector(aws.access());

        assertThat(collector.collect().answers()).containsEntry(DEFAULT_CHAIN, NO_PROVIDER);
        profile("AKIARTX3GSDSVIA23BC7");
        assertThat(collector.collect().identity(DEFAULT_CHAIN)).isPresent();
        verifyAskedWith("AKIARTX3GSDSVIA23BC7");
        profile("AKIARTX3GSDSNEWKEY77");
        assertThat(collector.collect().identity(DEFAULT_CHAIN)).isPresent();
        verifyAskedWith("AKIARTX3GSDSNEWKEY77");
        Files.delete(folder.resolve("credentials"));
        assertThat(collector.collect().answers()).containsEntry(DEFAULT_CHAIN, NO_PROVIDER);
    }

    @Test
    void aBrokenProfileFileIsSaidToBeTheReason() throws IOException {
        Files.writeString(folder.resolve("credentials"), "[default\naws_secret_access_key FAKE0secret\n");
        CallerAnswer expected = new CallerAnswer.Unidentified(
                FailureReason.ERROR,
                "the AWS SDK cannot read a profile file of this process's user; correct ~/.aws/credentials and"
                        + " ~/.aws/config, or what AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE name");

        assertThat(collect().answers()).containsEntry(INSTANCE_ROLE, expected).containsEntry(DEFAULT_CHAIN, expected);
    }

    @Test
    void aWordThatTheSdkForJavaFailsAtCostsOnlyTheDefaultChain() {
        aws.sts(identity(ROLE, "111122223333"));
        CallerAnswer role = new CallerAnswer.Identified(CallerIdentity.of(ROLE, "111122223333"));
        CallerAnswer nobody = new CallerAnswer.Unidentified(
                FailureReason.NO_CREDENTIALS,
                "AWS_EC2_METADATA_DISABLED is neither true nor false, and the SDK for Java fails at that");

        for (String word : List.of("1", "yes")) {
            System.setProperty("aws.disableEc2Metadata", word);

            assertThat(collect().answers()).containsEntry(INSTANCE_ROLE, role).containsEntry(DEFAULT_CHAIN, nobody);
        }
    }

    @Test
    void aCredentialProcessThatHangsDoesNotHideTheRole() throws IOException {
        aws.sts(identity(ROLE, "111122223333"));
        Path started = folder.resolve("started");
        Path process = Files.writeString(folder.resolve("process.sh"), "echo >> " + started + "\nexec sleep 30\n");
        Files.writeString(folder.resolve("config"), "[default]\ncredential_process = sh " + process + "\n");
        CallerCollector collector = new CallerCollector(
                aws.access(),
                new Settings.Caller(Duration.ofMinutes(5)),
                new ChainQuestion(Duration.ofSeconds(3)),
                Clock.systemUTC());

        for (int i = 0; i < 3; i++) {
            CallersFact fact = collector.collect();
            assertThat(fact.identity(INSTANCE_ROLE)).map(CallerIdentity::arn).contains(ROLE);
            assertThat(fact.answers().get(DEFAULT_CHAIN)).isInstanceOf(CallerAnswer.Unidentified.class);
        }
        assertThat(started).hasContent("\n");
    }

    @Test
    void aBrokenProfileFileNamesNoRegion() throws IOException {
        Files.writeString(folder.resolve("config"), "[default");

        assertThat(new AwsAccess(aws.clients(), aws.role, Optional::empty).region())
                .isEmpty();
    }

    @Test
    void theRegionOfTheOwnConfigurationFileServesWhereNoOtherIsKnown() throws IOException {
        aws.sts(identity(ROLE, "111122223333"));
        Files.writeString(folder.resolve("config"), "[default]\nregion = ap-south-1\n");

        assertThat(collector(new AwsAccess(aws.clients(), aws.role, Optional::empty))
                        .collect()
                        .identity(INSTANCE_ROLE))
                .isPresent();
        aws.server.verify(
                postRequestedFor(anyUrl()).withHeader("Authorization", containing("/ap-south-1/sts/aws4_request")));
    }

    @Test
    void withoutARegionNobodyIsAsked() throws IOException {
        profile("AKIARTX3GSDSVIA23BC7");
        CallerAnswer expected = new CallerAnswer.Unidentified(
                FailureReason.INVALID_REQUEST,
                "no region is known: the metadata service does not tell it, and aws.region is not set");

        assertThat(collector(new AwsAccess(aws.clients(), aws.role, Optional::empty))
                        .collect()
                        .answers())
                .containsEntry(INSTANCE_ROLE, expected)
                .containsEntry(DEFAULT_CHAIN, expected);
        aws.server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void anExpiredSessionIsSaidToBeOne() {
        aws.sts(stsError(403, "ExpiredToken", "The security token included in the request is expired"));

        assertThat(collect().answers())
                .containsEntry(
                        INSTANCE_ROLE,
                        new CallerAnswer.Unidentified(
                                FailureReason.EXPIRED_TOKEN,
                                "ExpiredToken: The security token included in the request is expired"));
    }

    @Test
    void anAnswerThatNamesNobodyIsUnexpected() {
        aws.sts(aResponse().withStatus(200).withBody("<GetCallerIdentityResponse/>"));

        assertThat(collect().answers())
                .containsEntry(
                        INSTANCE_ROLE,
                        new CallerAnswer.Unidentified(FailureReason.UNEXPECTED_ANSWER, "STS answered without an ARN"));
    }

    @Test
    void anAnswerThatIsNotHttpIsAFactAndNoException() throws IOException {
        try (HostileServer server = HostileServer.start("SSH-2.0-OpenSSH_9.6\r\n", HostileServer.Ending.CLOSE)) {
            URI endpoint = URI.create("http://127.0.0.1:" + server.port());
            AwsAccess access = new AwsAccess(StubbedAws.clients(endpoint), aws.role, aws.access()::region);

            assertThat(collector(access).collect().answers())
                    .containsEntry(
                            INSTANCE_ROLE,
                            new CallerAnswer.Unidentified(
                                    FailureReason.UNEXPECTED_ANSWER,
                                    "something that does not speak HTTP answers there"));
        }
    }

    @Test
    void theClockIsComparedWithTheDateOfTheAnswer() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:30:00Z"), ZoneOffset.UTC);
        Instant ofAws = clock.instant().minus(Duration.ofMinutes(10));
        aws.sts(identity(ROLE, "111122223333")
                .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ofAws.atOffset(ZoneOffset.UTC))));
        AwsAccess access = new AwsAccess(StubbedAws.clients(aws.endpoint(), clock), aws.role, aws.access()::region);

        assertThat(new CallerCollector(access, new Settings.Caller(Duration.ofMinutes(5)), new ChainQuestion(), clock)
                        .collect()
                        .clockSkew())
                .contains(Duration.ofMinutes(10));
    }

    @Test
    void aDateThatIsNoneMeasuresNothing() {
        aws.sts(identity(ROLE, "111122223333").withHeader("Date", "yesterday"));

        assertThat(collect().clockSkew()).isEmpty();
    }

    private void profile(String keyId) throws IOException {
        Files.writeString(
                folder.resolve("credentials"),
                "[default]\naws_access_key_id = " + keyId + "\naws_secret_access_key = " + StubbedAws.SECRET + "\n");
    }

    private void verifyAskedWith(String keyId) {
        aws.server.verify(postRequestedFor(anyUrl())
                .withRequestBody(containing("Action=GetCallerIdentity"))
                .withHeader("Authorization", containing("Credential=" + keyId + "/")));
    }

    private CallersFact collect() {
        return collector(aws.access()).collect();
    }

    private static CallerCollector collector(AwsAccess access) {
        return new CallerCollector(
                access, new Settings.Caller(Duration.ofMinutes(5)), new ChainQuestion(), Clock.systemUTC());
    }
}

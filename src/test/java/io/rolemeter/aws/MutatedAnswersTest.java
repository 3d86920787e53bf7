package io.rolemeter.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Three hundred answers that are almost AWS's, with the instance's own credentials in them. */
class MutatedAnswersTest {
    private static final int ANSWERS = 300;
    private static final long SEED = 20261121;
    private static final StubbedAws AWS = new StubbedAws();

    private static final List<String> BODIES = List.of(
            "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                    + "SignatureDoesNotMatch</Code><Message>It should have been 'x-amz-security-token:"
                    + StubbedAws.TOKEN + "' by " + StubbedAws.KEY_ID + "</Message></Error></ErrorResponse>",
            "<?xml version=\"1.0\"?><Error><Code>InvalidAccessKeyId</Code><Message>No " + StubbedAws.KEY_ID
                    + "</Message><AWSAccessKeyId>" + StubbedAws.KEY_ID + "</AWSAccessKeyId><Token>"
                    + StubbedAws.TOKEN + "</Token></Error>",
            "<Error><Code>" + StubbedAws.KEY_ID + "</Code><Message>secret=" + StubbedAws.SECRET + "</Message></Error>",
            "{\"__type\": \"AccessDenied\", \"message\": \"" + StubbedAws.SECRET + "\"}",
            "<html><body>credentials " + StubbedAws.KEY_ID + " " + StubbedAws.SECRET + "</body></html>",
            "");
    private static final List<String> SPLICES =
            List.of("<", ">", "&", "&#0;", "]]>", "<![CDATA[", "\u0000", "<!--", "</Error>", "<Code>", "<!DOCTYPE x [");
    private static final int[] STATUSES = {200, 206, 301, 400, 403, 404, 416, 500, 503, 599};

    @AfterAll
    static void stop() {
        AWS.close();
    }

    @Test
    void everyOneEndsInAReasonWithoutASecret() {
        Random random = new Random(SEED);
        Calls calls = new Calls(AWS.clients());
        for (int i = 0; i < ANSWERS; i++) {
            int status = STATUSES[random.nextInt(STATUSES.length)];
            byte[] body = mutated(BODIES.get(random.nextInt(BODIES.size())), random);
            ResponseDefinitionBuilder answer = aResponse().withStatus(status).withBody(body);
            AWS.sts(answer).s3(Calls.OBJECT, answer);
            String description = "answer " + i + ": HTTP " + status + " " + new String(body, StandardCharsets.UTF_8);
            try {
                check(calls.callerIdentity(), description);
                if (status >= 300) {
                    check(calls.getObject(), description);
                }
            } catch (RuntimeException e) {
                fail(description, e);
            }
        }
    }

    private static void check(AwsFailure failure, String description) {
        assertThat(failure.reason()).as(description).isNotNull();
        assertThat(failure.detail())
                .as(description)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain(StubbedAws.KEY_ID, StubbedAws.SECRET, StubbedAws.TOKEN)
                .doesNotContain(StubbedAws.SECRET.substring(0, 30), StubbedAws.TOKEN.substring(0, 30))
                .doesNotContain("\n", "\u0000");
    }

    /** A few cuts, repetitions, splices and flipped bytes, anywhere. */
    private static byte[] mutated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        for (int times = random.nextInt(4); times > 0; times--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, SPLICES.get(random.nextInt(SPLICES.size())));
                default -> text.insert(at, text.substring(random.nextInt(at + 1)));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int times = random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

package io.rolemeter.demo.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimpleStorageServiceTest {

    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890";

    private final SimulatedHost host = Hosts.start("keys-shadow-role");
    private final S3Client role = AwsClients.s3(host, AwsClients.role(host));

    @AfterAll
    void stop() {
        role.close();
        host.close();
    }

    @Test
    void the_role_reads_the_source_whole_and_in_part() {
        assertThat(read("source", "health.txt")).isEqualTo("ok\n");
        assertThat(role.headObject(call -> call.bucket("source").key("health.txt"))
                        .contentLength())
                .isEqualTo(3);
        assertThat(role.getObjectAsBytes(
                                call -> call.bucket("source").key("health.txt").range("bytes=0-0"))
                        .asUtf8String())
                .isEqualTo("o");
    }

    @Test
    void the_role_writes_to_the_output_what_can_be_read_again() {
        String key = "reports/a b+c%é.txt";
        assertThat(role.putObject(call -> call.bucket("output").key(key), RequestBody.fromString("written"))
                        .eTag())
                .isEqualTo("\"9cc26fa09ce37bc95afe01bc718836d1\"");
        assertThat(read("output", key)).isEqualTo("written");
    }

    @Test
    void the_role_does_not_write_to_the_source_and_is_told_why() {
        assertIsRefused(
                () -> put(role, "source"),
                403,
                "AccessDenied",
                "User: " + ROLE + " is not authorized to perform: s3:PutObject on resource:"
                        + " \"arn:aws:s3:::source/attempt.txt\" because no identity-based policy allows the"
                        + " s3:PutObject action");
    }

    @Test
    void the_old_user_may_write_to_the_source() {
        try (S3Client user = AwsClients.s3(host, AwsClients.user())) {
            put(user, "source");
        }
        assertThat(read("source", "attempt.txt")).isEqualTo("x");
    }

    @Test
    void what_is_missing_is_named() {
        assertIsRefused(() -> read("source", "nothing"), 404, "NoSuchKey", "The specified key does not exist.");
        assertIsRefused(() -> read("nowhere", "x"), 404, "NoSuchBucket", "The specified bucket does not exist");
        assertThatThrownBy(() -> role.headObject(call -> call.bucket("source").key("nothing")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void refused_credentials_are_told_in_the_words_of_s3() {
        RoleDocument document = MetadataReader.of(host).roleDocument();
        assertIsRefused(
                () -> readAs(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIARTX3GSDSVIA23BC7", "FAKE"))),
                403,
                "InvalidAccessKeyId",
                "The AWS Access Key Id you provided does not exist in our records.");
        assertIsRefused(
                () -> readAs(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(document.keyId(), document.secret(), "garbled"))),
                400,
                "InvalidToken",
                "The provided token is malformed or otherwise invalid.");
        assertIsRefused(
                () -> readAs(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(document.keyId(), "FAKE", document.token()))),
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and"
                        + " signing method.");
    }

    private void readAs(StaticCredentialsProvider credentials) {
        try (S3Client client = AwsClients.s3(host, credentials)) {
            client.getObjectAsBytes(call -> call.bucket("source").key("health.txt"));
        }
    }

    private String read(String bucket, String key) {
        return role.getObjectAsBytes(call -> call.bucket(bucket).key(key)).asUtf8String();
    }

    private static void put(S3Client client, String bucket) {
        client.putObject(call -> call.bucket(bucket).key("attempt.txt"), RequestBody.fromString("x"));
    }

    private static void assertIsRefused(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }
}

package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PermissionsTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void thePolicyAllowsWhatTheProbesNeedAndNothingElse() throws IOException {
        String policy = permissions("""
                aws: { region: eu-west-1 }
                expect: { account: "111122223333" }
                probes:
                - name: read
                  s3-get: { bucket: source, key: health.txt }
                - name: size
                  s3-head: { bucket: source, key: health.txt }
                - name: other-object
                  s3-get: { bucket: source, key: other.txt }
                - name: write-is-denied
                  s3-put: { bucket: source, key: attempt.txt }
                  expect: denied
                - name: viewer
                  sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer" }
                - name: camera
                  kvs-describe-stream: { stream: camera-1 }
                - name: live
                  kvs-hls: { stream: camera-1 }
                - name: nova
                  bedrock-converse: { model: us.amazon.nova-lite-v1:0, region: us-east-1 }
                - name: user
                  iam-access-keys: { user: app-backend }
                - name: summary
                  http: { url: "http://127.0.0.1:3000/" }
                """);

        assertThat(policy).isEqualToIgnoringNewLines("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": [
                        "s3:GetObject"
                      ],
                      "Resource": [
                        "arn:aws:s3:::source/health.txt",
                        "arn:aws:s3:::source/other.txt"
                      ]
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "sts:AssumeRole"
                      ],
                      "Resource": [
                        "arn:aws:iam::111122223333:role/viewer"
                      ]
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "kinesisvideo:DescribeStream",
                        "kinesisvideo:GetDataEndpoint",
                        "kinesisvideo:GetHLSStreamingSessionURL"
                      ],
                      "Resource": [
                        "arn:aws:kinesisvideo:eu-west-1:111122223333:stream/camera-1/*"
                      ]
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "bedrock:InvokeModel"
                      ],
                      "Resource": [
                        "arn:aws:bedrock:*::foundation-model/amazon.nova-lite-v1:0",
                        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0"
                      ]
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "iam:ListAccessKeys"
                      ],
                      "Resource": [
                        "arn:aws:iam::111122223333:user/app-backend"
                      ]
                    }
                  ]
                }
                """);
        assertThat(errors.toString().strip())
                .isEqualTo("If a bucket is encrypted with a key of KMS, allow on that key also kms:Decrypt (to read) or"
                        + " kms:GenerateDataKey (to write): the configuration does not say which it is.");
        assertThat(policy).doesNotContain("ListBucket").doesNotContain("kms:").doesNotContain("GetInferenceProfile");
    }

    @Test
    void aModelThatIsNamedByItsArnIsAllowedByIt() throws IOException {
        String policy = permissions("""
                probes:
                - name: profile
                  bedrock-converse: { model: "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-pro-v1:0" }
                - name: own
                  bedrock-converse: { model: "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2" }
                """);

        assertThat(policy)
                .contains("\"arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-pro-v1:0\"")
                .contains("\"arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0\"")
                .contains("\"arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2\"")
                .doesNotContain("foundation-model/arn:");
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void whatTheConfigurationDoesNotSayIsAStar() throws IOException {
        assertThat(permissions("probes: [{name: a, kvs-describe-stream: {stream: camera-1}}]\n"))
                .contains("\"arn:aws:kinesisvideo:*:*:stream/camera-1/*\"");
        assertThat(permissions("aws: {region: cn-north-1}\nprobes: [{name: a, s3-get: {bucket: source, key: k}}]\n"))
                .contains("\"arn:aws-cn:s3:::source/k\"");
    }

    @Test
    void aCallThatDoesNotSayWhatItNeedsIsNamed() throws IOException {
        assertThat(permissions("probes: [{name: models, aws-api: {service: bedrock, path: /foundation-models}}]\n"))
                .contains("\"Statement\": []");
        assertThat(errors.toString()).startsWith("Probe models does not say what it needs, ");
    }

    private String permissions(String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("rolemeter.yml"), configuration);
        StringWriter out = new StringWriter();
        int exit = Errors.handleBy(new CommandLine(new Rolemeter()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute("permissions", "--config", file.toString());
        assertThat(exit).isZero();
        return out.toString();
    }
}

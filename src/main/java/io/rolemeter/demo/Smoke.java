package io.rolemeter.demo;

import io.rolemeter.demo.account.Account;

/** What the configuration of a scenario asks for: the smoke tests, and the expected caller. */
public enum Smoke {
    /** Reads and writes what it may, and not what it may not. */
    BASIC(Smoke.STORAGE),
    /** The same, and EC2 must be denied. */
    BOUNDS(Smoke.STORAGE + """
              - name: "ec2-is-denied"
                aws-api: { service: ec2, action: DescribeInstances, version: "2016-11-15", parameters: { DryRun: true } }
                expect: "denied"
            """),
    /** The same as the first, and a chat model behind a cross-region profile. */
    CHAT(Smoke.STORAGE + Smoke.LARGER_MODEL),
    /** The same as the first, and a model that does not exist. */
    WRONG_MODEL(Smoke.STORAGE + """
              - name: "embeddings"
                bedrock-invoke: { model: "amazon.nova-embed-multimodal-v1:0" }
            """),
    /** The same as the first, and the host is expected to be in another account and to have another role. */
    ELSEWHERE(Smoke.STORAGE) {
        @Override
        String account() {
            return "444455556666";
        }

        @Override
        String role() {
            return "payments-role";
        }
    },
    /** What a team runs after each step of its migration. */
    FULL("""
              - name: "caller-identity"
                aws-api:
                  service: sts
                  action: GetCallerIdentity
                  version: "2011-06-15"
                  xml: { GetCallerIdentityResult/Account: "%s" }
              - name: "film-size"
                s3-head: { bucket: "source", key: "film.mp4", bytes: 957923 }
              - name: "camera"
                kvs-describe-stream: { stream: "camera-1", retention_hours: 720 }
              - name: "camera-live"
                kvs-hls: { stream: "camera-1" }
                skip_unless: "camera"
              - name: "camera-signaling"
                kvs-signaling: { channel_arn: "%s" }
              - name: "camera-ice"
                kvs-ice: { channel_arn: "%s", servers: 2 }
              - name: "viewer-role"
                sts-assume-role: { role_arn: "%s" }
              - name: "nova-lite"
                bedrock-converse: { model: "us.amazon.nova-lite-v1:0" }
            """.formatted(Account.ID, Account.CHANNEL_ARN, Account.CHANNEL_ARN, Account.VIEWER_ARN)
            + Smoke.LARGER_MODEL + """
              - name: "policy-is-valid"
                access-analyzer: { policy: { Version: "2012-10-17", Statement: [] } }
              - name: "daily-summary"
                http: { url: "APPLICATION/summary?dryRun=1", json: { /ok: true } }
            """);

    private static final String STORAGE = """
              - name: "read-source"
                s3-get: { bucket: "source", key: "health.txt" }
              - name: "write-to-source-is-denied"
                s3-put: { bucket: "source", key: "attempt.txt" }
                expect: "denied"
              - name: "write-output"
                s3-put: { bucket: "output", key: "probe.txt" }
              - name: "viewer-role"
                sts-assume-role: { role_arn: "\
            """ + Account.VIEWER_ARN + "\" }\n";

    private static final String LARGER_MODEL = """
              - name: "nova-pro"
                bedrock-converse: { model: "us.amazon.nova-pro-v1:0" }
            """;

    private final String probes;

    Smoke(String probes) {
        this.probes = probes;
    }

    /** The account that the host is expected to be in. */
    String account() {
        return Account.ID;
    }

    /** The role that it is expected to have. */
    String role() {
        return Account.ROLE;
    }

    /** The entries of {@code probes}; {@code application} is where the host's own application listens. */
    String probes(Object application) {
        return probes.replace("APPLICATION", application.toString());
    }
}

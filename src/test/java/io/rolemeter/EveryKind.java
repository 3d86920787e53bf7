package io.rolemeter;

import io.rolemeter.demo.SimulatedHost;
import java.net.URI;

/** The configuration of a simulated host with one probe of each kind. */
final class EveryKind {
    private static final String CHANNEL = "arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1700000000000";

    private static final String PROBES = """
            probes:
            - { name: s3-head, s3-head: { bucket: source, key: film.mp4, bytes: 957923 } }
            - { name: s3-get, s3-get: { bucket: source, key: health.txt } }
            - { name: s3-put, s3-put: { bucket: source, key: attempt.txt }, expect: denied }
            - { name: sts-assume-role, sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer", duration: 1h } }
            - { name: kvs-describe-stream, kvs-describe-stream: { stream: camera-1 } }
            - { name: kvs-hls, kvs-hls: { stream: camera-1 } }
            - { name: kvs-signaling, kvs-signaling: { channel_arn: "CHANNEL" } }
            - { name: kvs-ice, kvs-ice: { channel_arn: "CHANNEL", servers: 2 } }
            - { name: bedrock-converse, bedrock-converse: { model: us.amazon.nova-lite-v1:0 } }
            - { name: bedrock-invoke, bedrock-invoke: { model: amazon.titan-embed-text-v2:0, count: { /embedding: 1024 } } }
            - { name: iam-access-keys, iam-access-keys: { user: app-backend } }
            - { name: access-analyzer, access-analyzer: { policy: { Version: "2012-10-17" } } }
            - { name: sns-platform, sns-platform: {}, expect: denied }
            - { name: aws-api, aws-api: { service: ec2, action: DescribeInstances, version: 2016-11-15 }, expect: denied }
            - { name: http, http: { url: "URL", status: 404, json: { /ok: false } } }
            - { name: tcp, tcp: { host: 127.0.0.1, port: PORT }, skip_unless: http }
            """;

    private EveryKind() {}

    /** @param host of the scenario {@code full-smoke}, whose application the last two probes ask */
    static String configuration(SimulatedHost host) {
        String own = host.configuration();
        URI application = URI.create(own.substring(own.indexOf("http://127", own.indexOf("daily-summary")))
                .split("/summary", -1)[0]);
        return own.substring(0, own.indexOf("probes:"))
                + PROBES.replace("CHANNEL", CHANNEL)
                        .replace("URL", application + "/unknown")
                        .replace("PORT", String.valueOf(application.getPort()));
    }
}

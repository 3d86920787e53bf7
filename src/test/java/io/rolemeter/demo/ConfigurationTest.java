package io.rolemeter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void the_configuration_names_the_endpoints_the_expected_caller_and_the_probes() {
        try (SimulatedHost host = Hosts.start("healthy")) {
            assertThat(host.configuration()).isEqualTo("""
                            imds:
                              endpoint: "%s"
                            aws:
                              endpoints:
                                sts: "%s"
                                s3: "%s"
                                access-analyzer: "%4$s"
                                bedrock-runtime: "%4$s"
                                ec2: "%4$s"
                                iam: "%4$s"
                                kinesisvideo: "%4$s"
                                sns: "%4$s"
                            expect:
                              account: "111122223333"
                              role: "app-backend-role"
                            probes:
                              - name: "read-source"
                                s3-get: { bucket: "source", key: "health.txt" }
                              - name: "write-to-source-is-denied"
                                s3-put: { bucket: "source", key: "attempt.txt" }
                                expect: "denied"
                              - name: "write-output"
                                s3-put: { bucket: "output", key: "probe.txt" }
                              - name: "viewer-role"
                                sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer" }
                            """.formatted(
                            host.metadataEndpoint(), host.stsEndpoint(), host.s3Endpoint(), host.gateway()));
        }
    }
}

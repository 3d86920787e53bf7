package io.rolemeter.demo;

import io.rolemeter.demo.account.Account;
import java.net.URI;

/** The agent's configuration for a simulated host. */
final class Configuration {

    private Configuration() {}

    static String text(URI metadata, URI sts, URI s3) {
        return """
                imds:
                  endpoint: "%s"
                aws:
                  endpoints:
                    sts: "%s"
                    s3: "%s"
                expect:
                  account: "%s"
                  role: "%s"
                probes:
                  - name: "read-source"
                    s3-get: { bucket: "source", key: "health.txt" }
                  - name: "write-to-source-is-denied"
                    s3-put: { bucket: "source", key: "attempt.txt" }
                    expect: "denied"
                  - name: "write-output"
                    s3-put: { bucket: "output", key: "probe.txt" }
                  - name: "viewer-role"
                    sts-assume-role: { role_arn: "%s" }
                """.formatted(metadata, sts, s3, Account.ID, Account.ROLE, Account.VIEWER_ARN);
    }
}

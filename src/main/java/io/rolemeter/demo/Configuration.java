package io.rolemeter.demo;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The agent's configuration for a simulated host. */
final class Configuration {
    private static final List<String> BEHIND_ONE_PORT =
            List.of("access-analyzer", "bedrock-runtime", "ec2", "iam", "kinesisvideo", "sns");

    private Configuration() {}

    /** Where everything is that the agent asks. */
    record Endpoints(URI metadata, URI sts, URI s3, URI others, URI application) {}

    static String text(Endpoints endpoints, Smoke smoke) {
        String others = BEHIND_ONE_PORT.stream()
                .map(service -> "    " + service + ": \"" + endpoints.others() + "\"\n")
                .collect(Collectors.joining());
        return """
                imds:
                  endpoint: "%s"
                aws:
                  endpoints:
                    sts: "%s"
                    s3: "%s"
                %sexpect:
                  account: "%s"
                  role: "%s"
                probes:
                %s""".formatted(
                        endpoints.metadata(),
                        endpoints.sts(),
                        endpoints.s3(),
                        others,
                        smoke.account(),
                        smoke.role(),
                        smoke.probes(endpoints.application()));
    }
}

package io.rolemeter.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** The default chain of the AWS SDK in a JVM of its own that lives on a simulated host. */
final class DefaultChain {

    private DefaultChain() {}

    /** What that JVM prints: the ARN of its caller, or why it has none. */
    static String caller(SimulatedHost host) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-XX:TieredStopAtLevel=1");
        host.defaultChainProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(DefaultChain.class.getName());
        command.add(host.stsEndpoint().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    public static void main(String[] arguments) {
        try (DefaultCredentialsProvider chain =
                        DefaultCredentialsProvider.builder().build();
                StsClient sts = StsClient.builder()
                        .endpointOverride(URI.create(arguments[0]))
                        .credentialsProvider(chain)
                        .build()) {
            System.out.println(sts.getCallerIdentity().arn());
        } catch (SdkException e) {
            System.out.println(e.getMessage());
        }
    }
}

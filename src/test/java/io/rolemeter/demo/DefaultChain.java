package io.rolemeter.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;

/** The default chain of the AWS SDK in a JVM of its own that lives on a simulated host. */
final class DefaultChain {

    private DefaultChain() {}

    /** What that JVM prints: its caller, and whether it can read and write the source; or why it has no credentials. */
    static List<String> report(SimulatedHost host) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-XX:TieredStopAtLevel=1");
        host.defaultChainProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(DefaultChain.class.getName());
        command.add(host.stsEndpoint().toString());
        command.add(host.s3Endpoint().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }

    public static void main(String[] arguments) {
        try (DefaultCredentialsProvider chain =
                        DefaultCredentialsProvider.builder().build();
                StsClient sts = StsClient.builder()
                        .endpointOverride(URI.create(arguments[0]))
                        .credentialsProvider(chain)
                        .build();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(URI.create(arguments[1]))
                        .credentialsProvider(chain)
                        .build()) {
            System.out.println(sts.getCallerIdentity().arn());
            System.out.println(outcome(
                    () -> s3.getObjectAsBytes(call -> call.bucket("source").key("health.txt"))));
            System.out.println(outcome(
                    () -> s3.putObject(call -> call.bucket("source").key("attempt.txt"), RequestBody.fromString("x"))));
        } catch (SdkException e) {
            System.out.println(e.getMessage());
        }
    }

    private static String outcome(Runnable call) {
        try {
            call.run();
            return "allowed";
        } catch (S3Exception e) {
            return e.awsErrorDetails().errorCode();
        }
    }
}

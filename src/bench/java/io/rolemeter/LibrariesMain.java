package io.rolemeter;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * What the JVM and the libraries take with nothing of Rolemeter in between: a program that asks the metadata service every 15 s, STS
 * and S3 once, with the SDK's clients, and shows one timer over TLS. Arguments: port, key store (PKCS #12, password "bench"), and
 * where the metadata service, STS and S3 are.
 */
final class LibrariesMain {
    private static final String ROLES = "/latest/meta-data/iam/security-credentials/";

    private static volatile boolean asked;

    private LibrariesMain() {}

    @SuppressWarnings("deprecation") // as in Metrics
    public static void main(String[] arguments) throws Exception {
        CollectorRegistry collectors = new CollectorRegistry();
        Timer timer = Timer.builder("imds")
                .register(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, collectors, Clock.SYSTEM));
        server(Integer.parseInt(arguments[0]), arguments[1], collectors).start();
        Ec2MetadataClient imds = Ec2MetadataClient.builder()
                .httpClient(UrlConnectionHttpClient.builder().build())
                .endpoint(URI.create(arguments[2]))
                .build();
        while (true) {
            timer.record(Duration.ofNanos(timed(() -> credentials(imds))));
            if (!asked) {
                AwsCredentialsProvider role = credentials(imds);
                StsClientBuilder sts = StsClient.builder();
                sts.endpointOverride(URI.create(arguments[3]));
                try (StsClient client = prepare(sts, role).build()) {
                    client.getCallerIdentity();
                }
                S3ClientBuilder s3 = S3Client.builder();
                s3.endpointOverride(URI.create(arguments[4]));
                try (S3Client client = prepare(s3, role).build()) {
                    client.getObjectAsBytes(request -> request.bucket("source").key("health.txt").range("bytes=0-0"));
                }
                asked = true;
            }
            Thread.sleep(15_000);
        }
    }

    private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B prepare(
            B builder, AwsCredentialsProvider role) {
        return builder.region(Region.of("us-east-1"))
                .credentialsProvider(role)
                .httpClient(UrlConnectionHttpClient.builder().build());
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static AwsCredentialsProvider credentials(Ec2MetadataClient imds) {
        String role = imds.get(ROLES).asString();
        String document = imds.get(ROLES + role).asString();
        return StaticCredentialsProvider.create(AwsSessionCredentials.create(
                field(document, "AccessKeyId"), field(document, "SecretAccessKey"), field(document, "Token")));
    }

    private static String field(String document, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(document);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name);
        }
        return matcher.group(1);
    }

    private static SSLContext context(String keys) throws GeneralSecurityException, IOException {
        char[] password = "bench".toCharArray();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(new File(keys), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Server server(int port, String keys, CollectorRegistry collectors) throws GeneralSecurityException, IOException {
        QueuedThreadPool threads = new QueuedThreadPool(13, 3, 5_000);
        threads.setReservedThreads(0);
        Server server = new Server(threads);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context(keys));
        HttpConnectionFactory http = new HttpConnectionFactory(new HttpConfiguration());
        SslConnectionFactory encrypted = new SslConnectionFactory(tls, http.getProtocol());
        encrypted.setEnsureSecureRequestCustomizer(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, encrypted, http);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                StringWriter written = new StringWriter();
                TextFormat.writeFormat(TextFormat.CONTENT_TYPE_004, written, collectors.metricFamilySamples());
                byte[] text = written.toString().getBytes(StandardCharsets.UTF_8);
                response.setStatus(asked || request.getHttpURI().getPath().equals("/metrics") ? 200 : 503);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
                response.write(true, ByteBuffer.wrap(text), callback);
                return true;
            }
        });
        return server;
    }
}

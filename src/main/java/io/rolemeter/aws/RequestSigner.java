package io.rolemeter.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signs requests with the SDK's own signer, as of this clock. */
record RequestSigner(Clock clock) {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    /**
     * A request without {@code Content-Length}, which the JDK's client adds: told by the SDK how long the body is, it would
     * stream it, and lose the body of every answer with status 401.
     */
    HttpExecuteRequest sign(ApiRequest request, URI endpoint, AwsCredentials credentials) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        ContentStreamProvider content = () -> new ByteArrayInputStream(body);
        boolean storage = request.service().signingName().equals("s3");
        SignedRequest signed = SIGNER.sign(signing -> {
            signing.identity(credentials)
                    .request(unsigned(request, endpoint))
                    .putProperty(
                            AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                            request.service().signingName())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, Endpoints.signingRegion(request.service()))
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !storage)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !storage)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock);
            if (body.length > 0) {
                signing.payload(content);
            }
        });
        HttpExecuteRequest.Builder ready = HttpExecuteRequest.builder().request(signed.request());
        return body.length > 0 ? ready.contentStreamProvider(content).build() : ready.build();
    }

    private static SdkHttpRequest unsigned(ApiRequest request, URI endpoint) {
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                .protocol(endpoint.getScheme())
                .host(endpoint.getHost())
                .port(endpoint.getPort() < 0 ? null : endpoint.getPort())
                .method(request.httpMethod())
                .encodedPath(base(endpoint) + request.path());
        request.query().forEach(builder::putRawQueryParameter);
        request.headers().forEach(builder::putHeader);
        return builder.build();
    }

    private static String base(URI endpoint) {
        String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}

package io.rolemeter.demo.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures that botocore made, with the made-up secret of the vectors. */
class SignatureTest {

    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";
    private static final String TIME = "20261121T160000Z";
    private static final String CREDENTIAL = "AWS4-HMAC-SHA256 Credential=ASIARTX3GSDSTROLE234/20261121/us-east-1/";

    @Test
    void a_form_is_signed_with_the_hash_of_its_body() {
        assertIsSigned(
                "POST",
                "/",
                Map.of(
                        "content-type",
                        "application/x-www-form-urlencoded; charset=utf-8",
                        "host",
                        "sts.us-east-1.amazonaws.com"),
                "Action=GetCallerIdentity&Version=2011-06-15",
                CREDENTIAL + "sts/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,"
                        + " Signature=7dec05f054102fceaddfad02222c747e23c3814d9ab7a130cf12499fce5b8c58");
    }

    @Test
    void the_path_of_an_object_is_encoded_once() {
        String hash = Signature.sha256(new byte[0]);
        assertIsSigned(
                "HEAD",
                "/dir/a%20b%2Bc.mp4",
                Map.of("host", "my-bucket.s3.amazonaws.com", "x-amz-content-sha256", hash),
                "",
                CREDENTIAL + "s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"
                        + " Signature=f68857497259d83887b6394ea6c5820fbfd8e57ad776df61d0bf4bfc9c76c731");
    }

    @Test
    void every_other_path_is_encoded_twice() {
        assertIsSigned(
                "POST",
                "/model/us.amazon.nova-lite-v1%3A0/converse",
                Map.of("content-type", "application/json", "host", "bedrock-runtime.us-east-1.amazonaws.com"),
                "{\"messages\": [{\"role\": \"user\", \"content\": [{\"text\": \"ok\"}]}],"
                        + " \"inferenceConfig\": {\"maxTokens\": 1}}",
                CREDENTIAL + "bedrock/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,"
                        + " Signature=a53830e29c19e227dca871e037a5cbc8992706735bad0c8166692726063d6185");
    }

    private static void assertIsSigned(
            String method, String path, Map<String, String> sent, String body, String header) {
        Map<String, List<String>> headers = new HashMap<>();
        sent.forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("x-amz-date", List.of(TIME));
        headers.put("x-amz-security-token", List.of("FAKE//SESSION+TOKEN=="));
        Request request = new Request(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
        Authorization authorization = Authorization.parse(header).orElseThrow();
        assertThat(new Signature(authorization, TIME, SECRET).of(request)).isEqualTo(authorization.signature());
    }
}

package io.rolemeter.demo.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedBodyTest {

    /** The example of a signed upload in pieces that Amazon S3's documentation gives. */
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static final String SEED = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    private static final String PIECES = "10000;chunk-signature="
            + "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n"
            + "a".repeat(65536)
            + "\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n"
            + "a".repeat(1024)
            + "\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

    @Test
    void signed_pieces_are_put_together() {
        assertThat(read("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", PIECES)).hasValue("a".repeat(66560));
    }

    @Test
    void a_changed_piece_is_not_what_was_signed() {
        assertThat(read("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", PIECES.replaceFirst("aa\r\n400", "ab\r\n400")))
                .isEmpty();
        assertThat(read("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", PIECES.replace("\r\n400;", "\r\n3ff;")))
                .isEmpty();
        assertThat(read("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "fffffff;chunk-signature=00\r\n"))
                .isEmpty();
    }

    @Test
    void unsigned_pieces_may_have_trailing_headers() {
        assertThat(read("STREAMING-UNSIGNED-PAYLOAD-TRAILER", "2\r\nhi\r\n0\r\nx-amz-checksum-crc32:2JMtOg==\r\n\r\n"))
                .hasValue("hi");
    }

    @Test
    void a_whole_body_is_held_to_its_hash() {
        String hash = Signature.sha256("hi".getBytes(StandardCharsets.UTF_8));
        assertThat(read(hash, "hi")).hasValue("hi");
        assertThat(read(hash, "ho")).isEmpty();
        assertThat(read("UNSIGNED-PAYLOAD", "ho")).hasValue("ho");
    }

    private static Optional<String> read(String form, String body) {
        Authorization authorization = Authorization.parse(
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host,Signature=" + SEED)
                .orElseThrow();
        Signature signature = new Signature(authorization, "20130524T000000Z", SECRET);
        Request request = new Request(
                "PUT",
                "/examplebucket/chunkObject.txt",
                Map.of("x-amz-content-sha256", List.of(form)),
                body.getBytes(StandardCharsets.UTF_8));
        return SignedBody.read(request, signature, SEED)
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8));
    }
}

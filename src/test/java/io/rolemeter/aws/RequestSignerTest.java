package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Requests that another implementation has signed. The SDK's signer puts {@code x-amz-content-sha256} into every request, S3's
 * or not; where the other did not, its canonical request is taken with that one header more.
 */
class RequestSignerTest {
    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T";
    private static final AwsSessionCredentials CREDENTIALS =
            AwsSessionCredentials.create("ASIARTX3GSDSTROLE234", SECRET, "FAKE//SESSION+TOKEN==");
    private static final Set<String> OWN =
            Set.of("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "content-length");
    private static final RequestSigner SIGNER =
            new RequestSigner(Clock.fixed(Instant.parse("2026-11-21T16:00:00Z"), ZoneOffset.UTC));

    static Stream<JsonNode> vectors() throws IOException {
        JsonNode vectors = new JsonMapper()
                .readTree(Path.of("src/test/resources/sigv4-vectors.json").toFile());
        assertThat(vectors).hasSize(13);
        return vectors.valueStream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsAsTheOtherImplementationDoes(JsonNode vector) throws GeneralSecurityException {
        String canonical = vector.path("canonical_request").asText();
        String authorization = vector.path("headers").path("Authorization").asText();
        assertThat(authorization).isEqualTo(authorization(vector, canonical));

        assertThat(signed(vector)).isEqualTo(authorization(vector, withContentHash(canonical)));
    }

    private static String signed(JsonNode vector) {
        URI url = URI.create(vector.path("url").asText());
        String[] scope = scope(vector);
        Map<String, String> headers = new TreeMap<>();
        vector.path("headers").properties().forEach(header -> {
            if (!OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                headers.put(header.getKey(), header.getValue().asText());
            }
        });
        ApiService service = new ApiService(scope[2], scope[2], scope[1], Optional.empty());
        ApiRequest request = new ApiRequest(
                service,
                vector.path("method").asText(),
                url.getRawPath(),
                Map.of(),
                headers,
                vector.path("body").asText());
        return SIGNER.sign(request, URI.create("https://" + url.getHost()), CREDENTIALS)
                .httpRequest()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    private static String withContentHash(String canonical) {
        if (canonical.contains("\nx-amz-content-sha256:")) {
            return canonical;
        }
        String hash = canonical.substring(canonical.lastIndexOf('\n') + 1);
        return canonical
                .replace("\nx-amz-date:", "\nx-amz-content-sha256:" + hash + "\nx-amz-date:")
                .replace(";x-amz-date;", ";x-amz-content-sha256;x-amz-date;");
    }

    private static String authorization(JsonNode vector, String canonical) throws GeneralSecurityException {
        String[] scope = scope(vector);
        String[] lines = canonical.split("\n", -1);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        String toSign = "AWS4-HMAC-SHA256\n20261121T160000Z\n" + String.join("/", scope) + "\n"
                + HexFormat.of().formatHex(hash);
        return "AWS4-HMAC-SHA256 Credential=ASIARTX3GSDSTROLE234/" + String.join("/", scope) + ", SignedHeaders="
                + lines[lines.length - 2] + ", Signature="
                + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String[] scope(JsonNode vector) {
        return vector.path("string_to_sign").asText().split("\n", -1)[2].split("/", -1);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}

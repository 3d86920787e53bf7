package io.rolemeter.publish.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style of the page, which is the only one that its security policy lets in. */
final class StyleSheet {
    static final String CSS = read();
    static final String HASH = hash(CSS);

    private StyleSheet() {}

    private static String read() {
        try (InputStream resource = StyleSheet.class.getResourceAsStream("status.css")) {
            if (resource == null) {
                throw new IllegalStateException("status.css is missing from this build");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

package io.rolemeter.demo.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens that carry their own content and cannot be forged, so that the services need not remember what they
 * issued.
 */
public final class Seal {

    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A seal like no other: what it made is unknown to the next host. */
    public static Seal random() {
        byte[] key = new byte[MAC_BYTES];
        new SecureRandom().nextBytes(key);
        return new Seal(key);
    }

    /** The 32 bytes that belong to this text under this seal. */
    byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no HmacSHA256", e);
        }
    }

    /** A token that holds this content, readable by anyone, made by nobody else. */
    public String seal(String content) {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(mac(content), MAC_BYTES + text.length);
        System.arraycopy(text, 0, sealed, MAC_BYTES, text.length);
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** The content of a token made by {@link #seal}; empty for anything else. */
    public Optional<String> open(String token) {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length < MAC_BYTES) {
            return Optional.empty();
        }
        String content = new String(sealed, MAC_BYTES, sealed.length - MAC_BYTES, StandardCharsets.UTF_8);
        boolean genuine = MessageDigest.isEqual(mac(content), Arrays.copyOf(sealed, MAC_BYTES));
        return genuine ? Optional.of(content) : Optional.empty();
    }
}

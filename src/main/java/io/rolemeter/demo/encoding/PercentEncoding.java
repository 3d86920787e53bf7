package io.rolemeter.demo.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The percent-encoding of RFC 3986, as signatures want it: everything but unreserved characters, in upper case. */
public final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PercentEncoding() {}

    /** The UTF-8 of a text, where the letters of {@code alsoKept} stand for themselves too. */
    public static String encode(String text, String alsoKept) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (UNRESERVED.indexOf(letter) >= 0 || alsoKept.indexOf(letter) >= 0) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    /** Turns {@code %XX} back; a percent sign that starts nothing stands for itself, and so does a plus sign. */
    public static String decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] == '%' && isHex(encoded, at + 1) && isHex(encoded, at + 2)) {
                decoded.write(HexFormat.fromHexDigits(new String(encoded, at + 1, 2, StandardCharsets.US_ASCII)));
                at += 2;
            } else {
                decoded.write(encoded[at]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(byte[] encoded, int at) {
        return at < encoded.length && HexFormat.isHexDigit(encoded[at]);
    }
}

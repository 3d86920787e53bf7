package io.rolemeter.config.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One block of a PEM text (RFC 7468, and the older form with headers). */
final class PemBlock {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");

    private final String label;
    private final boolean encrypted;
    private final byte[] der;

    private PemBlock(String label, boolean encrypted, byte[] der) {
        this.label = label;
        this.encrypted = encrypted;
        this.der = der;
    }

    /** All blocks in their order; text around them is a comment. */
    static List<PemBlock> all(String pem) throws MalformedPem {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(pem);
        int from = 0;
        while (begin.find(from)) {
            String label = begin.group(1);
            String ending = "-----END " + label + "-----";
            int end = pem.indexOf(ending, begin.end());
            if (end < 0) {
                throw new MalformedPem("is cut off: " + ending + " is missing");
            }
            blocks.add(block(label, pem.substring(begin.end(), end)));
            from = end + ending.length();
        }
        return blocks;
    }

    private static PemBlock block(String label, String inside) throws MalformedPem {
        boolean encrypted = label.startsWith("ENCRYPTED ") || inside.contains("ENCRYPTED");
        if (encrypted) {
            return new PemBlock(label, true, new byte[0]);
        }
        try {
            return new PemBlock(label, false, Base64.getDecoder().decode(inside.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new MalformedPem("has a block that is not base64");
        }
    }

    /** As in {@code -----BEGIN label-----}. */
    String label() {
        return label;
    }

    /** Whether it is under a passphrase; then {@link #der} is empty. */
    boolean encrypted() {
        return encrypted;
    }

    byte[] der() {
        return der.clone();
    }

    /** Not what it holds, which may be a key. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}

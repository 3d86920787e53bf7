package io.rolemeter.demo.signing;

import io.rolemeter.demo.http.Content;
import io.rolemeter.demo.http.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The body of a signed request, checked against its {@code x-amz-content-sha256}: a hash, unsigned, or sent as
 * {@code aws-chunked} pieces, each with or without a signature of its own, with or without trailing headers.
 */
final class SignedBody {

    private static final String PIECE = "AWS4-HMAC-SHA256-PAYLOAD";
    private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";
    private static final String NOTHING = Signature.sha256(new byte[0]);

    private final byte[] framed;
    private final Optional<Signature> signature;
    private String previous;
    private int at;

    private SignedBody(byte[] framed, Optional<Signature> signature, String seed) {
        this.framed = framed;
        this.signature = signature;
        this.previous = seed;
    }

    /** The content; empty when it is not what was signed. */
    static Optional<Content> read(Request request, Signature signature, String seed) {
        byte[] body = request.body();
        String form = request.header("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD");
        if (form.startsWith("STREAMING-")) {
            boolean signed = form.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
            return new SignedBody(body, signed ? Optional.of(signature) : Optional.empty(), seed).pieces();
        }
        return form.equals("UNSIGNED-PAYLOAD") || form.equals(Signature.sha256(body))
                ? Optional.of(new Content(body))
                : Optional.empty();
    }

    private Optional<Content> pieces() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            String head = line();
            int semicolon = head.indexOf(';');
            int size = size(semicolon < 0 ? head : head.substring(0, semicolon));
            if (size < 0 || size > framed.length - at) {
                return Optional.empty();
            }
            byte[] piece = Arrays.copyOfRange(framed, at, at + size);
            at += size;
            if (!isGenuine(PIECE, NOTHING + "\n" + Signature.sha256(piece), after(head, "chunk-signature="))) {
                return Optional.empty();
            }
            if (size == 0) {
                return trailerIsGenuine() ? Optional.of(new Content(content.toByteArray())) : Optional.empty();
            }
            content.writeBytes(piece);
            line();
        }
    }

    private boolean trailerIsGenuine() {
        StringBuilder trailer = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("x-amz-trailer-signature:")) {
                String hash = Signature.sha256(trailer.toString().getBytes(StandardCharsets.UTF_8));
                return isGenuine(TRAILER, hash, after(line, ":"));
            }
            trailer.append(line).append('\n');
        }
        return trailer.isEmpty() || signature.isEmpty();
    }

    private boolean isGenuine(String algorithm, String hashes, String given) {
        if (signature.isEmpty()) {
            return true;
        }
        previous = signature.get().ofPiece(algorithm, previous, hashes);
        return previous.equals(given);
    }

    private String line() {
        int from = at;
        while (at < framed.length && framed[at] != '\n') {
            at++;
        }
        String line = new String(framed, from, at - from, StandardCharsets.ISO_8859_1);
        at = Math.min(at + 1, framed.length);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private static String after(String text, String marker) {
        int found = text.indexOf(marker);
        return found < 0 ? "" : text.substring(found + marker.length()).strip();
    }

    private static int size(String hexadecimal) {
        try {
            return Integer.parseInt(hexadecimal.strip(), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}

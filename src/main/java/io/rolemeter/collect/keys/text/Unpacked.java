package io.rolemeter.collect.keys.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What is packed into user data: gzip, and base 64 wherever it stands, as a whole, as a part of a MIME message, as the content of a
 * file in a cloud configuration; the one inside the other up to {@value #MAX_DEPTH} times. Of packed texts no more than
 * {@value #MAX_BYTES} bytes and {@value #MAX_PARTS} parts are opened.
 */
public final class Unpacked {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_PARTS = 200;

    /** Shorter runs of base 64 hold no key with its secret. */
    private static final int MIN_RUN = 80;

    private final List<Part> parts = new ArrayList<>();
    private boolean whole = true;
    private int bytes;

    private Unpacked() {}

    /**
     * A text that was found.
     *
     * @param line on which its packing begins in the outermost text; 0 for that text itself
     */
    private record Part(String text, int line) {}

    /** Opens whatever can be opened. */
    public static Unpacked of(byte[] content) {
        Unpacked unpacked = new Unpacked();
        unpacked.open(content, 0, 0);
        return unpacked;
    }

    /** False when there was more than may be opened, or more keys in what was opened than are looked at. */
    public boolean isWhole() {
        return whole;
    }

    /** The keys in all that was found, on the lines of the outermost text: of what gzip holds, where that holds all. */
    public List<KeyMatch> keys(TextFormat format) {
        List<KeyMatch> keys = new ArrayList<>();
        for (Part part : parts) {
            for (KeyMatch match : KeyPattern.find(part.text(), format)) {
                int line = part.line() == 0 ? match.line() : part.line();
                keys.add(new KeyMatch(match.id(), line, match.commented(), match.section()));
            }
        }
        return keys;
    }

    private void open(byte[] content, int line, int depth) {
        if (parts.size() >= MAX_PARTS || depth > MAX_DEPTH) {
            whole = false;
        } else if (isGzip(content)) {
            open(gunzipped(content), line, depth + 1);
        } else {
            String text = new String(content, StandardCharsets.UTF_8);
            parts.add(new Part(text, line));
            whole &= depth == 0 || KeyPattern.cutShort(text).isEmpty();
            runs(text, line, depth);
        }
    }

    private void runs(String text, int line, int depth) {
        int at = 0;
        int counted = 0;
        int inner = 1;
        while (at < text.length()) {
            if (!isBase64(text.charAt(at))) {
                at++;
                continue;
            }
            int end = runEnd(text, at);
            if (end - at >= MIN_RUN) {
                byte[] decoded = decoded(text.substring(at, end));
                if (isGzip(decoded) || isText(decoded)) {
                    inner += Lines.between(text, counted, at);
                    counted = at;
                    if (isWithinBounds(decoded.length)) {
                        open(decoded, line == 0 ? inner : line, depth + 1);
                    }
                }
            }
            at = end;
        }
    }

    /** Lines of base 64 follow each other, perhaps indented; a short line is the last, and so is one with padding. */
    private static int runEnd(String text, int from) {
        int end = from;
        while (true) {
            int lineStart = end;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            int padded = padded(text, end);
            if (padded > end) {
                return padded;
            }
            int next = end;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            boolean broken = text.substring(end, next).indexOf('\n') >= 0;
            boolean goesOn = broken && end - lineStart >= 40 && next < text.length() && isBase64(text.charAt(next));
            if (!goesOn) {
                return end;
            }
            end = next;
        }
    }

    /** Where up to two equals signs end that fill up the last four characters; elsewhere they are none of base 64. */
    private static int padded(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 2 && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private byte[] gunzipped(byte[] content) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] text = in.readNBytes(MAX_BYTES + 1 - bytes);
            return isWithinBounds(text.length) ? text : Arrays.copyOf(text, Math.max(0, MAX_BYTES - bytes));
        } catch (IOException e) {
            whole = false;
            return new byte[0];
        }
    }

    private boolean isWithinBounds(int more) {
        if (bytes + more > MAX_BYTES) {
            whole = false;
            return false;
        }
        bytes += more;
        return true;
    }

    private static byte[] decoded(String run) {
        try {
            return Base64.getMimeDecoder().decode(run);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean isText(byte[] content) {
        int odd = 0;
        for (byte b : content) {
            odd += b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        return odd * 20 < content.length;
    }

    private static boolean isGzip(byte[] content) {
        return content.length > 2 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '+';
    }
}

package io.rolemeter.publish.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What an answer says, as it goes over the wire; compressed at most once, however often it is sent. */
final class Body {
    private static final int WORTH_COMPRESSING = 1024;

    private final byte[] plain;
    private volatile byte @Nullable [] compressed;

    Body(String text) {
        plain = text.getBytes(StandardCharsets.UTF_8);
    }

    boolean worthCompressing() {
        return plain.length >= WORTH_COMPRESSING;
    }

    /** Not to be changed. */
    byte[] plain() {
        return plain;
    }

    /** The same, not to be changed either, by gzip. */
    byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = Gzip.compress(plain);
            compressed = known;
        }
        return known;
    }
}

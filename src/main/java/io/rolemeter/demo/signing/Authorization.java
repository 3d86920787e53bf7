package io.rolemeter.demo.signing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Signature Version 4 {@code Authorization} header says. */
record Authorization(String keyId, Scope scope, List<String> signedHeaders, String signature) {

    /** What the signing key was derived for; {@code date} is {@code YYYYMMDD}. */
    record Scope(String date, String region, String service) {
        @Override
        public String toString() {
            return date + "/" + region + "/" + service + "/aws4_request";
        }
    }

    private static final Pattern HEADER = Pattern.compile("AWS4-HMAC-SHA256\\s+"
            + "Credential=([A-Z0-9]+)/(\\d{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request,\\s*"
            + "SignedHeaders=([a-z0-9;-]+),\\s*"
            + "Signature=([0-9a-f]{64})");

    static Optional<Authorization> parse(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Scope scope = new Scope(matcher.group(2), matcher.group(3), matcher.group(4));
        List<String> signedHeaders = List.of(matcher.group(5).split(";", -1));
        return Optional.of(new Authorization(matcher.group(1), scope, signedHeaders, matcher.group(6)));
    }
}

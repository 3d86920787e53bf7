package io.rolemeter.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a scalar's text means; each is empty where the text is not one. */
final class Scalars {
    static final String A_DURATION = "a duration such as 30s, 15m or 2h";

    /** No leading zero: YAML 1.1 would read it as octal, and a person as decimal. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");

    private static final Pattern WITHOUT_UNIT = Pattern.compile("[0-9]+");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(?:-[a-z]{1,20}){1,5}-[0-9]{1,2}");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

    private Scalars() {}

    static Optional<String> notBlank(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The booleans of YAML 1.2, so not {@code yes} or {@code off}. */
    static Optional<Boolean> flag(String text) {
        return TRUE.contains(text) || FALSE.contains(text) ? Optional.of(TRUE.contains(text)) : Optional.empty();
    }

    static Optional<String> region(String text) {
        return Optional.of(text).filter(REGION.asMatchPredicate());
    }

    static boolean isWithoutUnit(String text) {
        return WITHOUT_UNIT.matcher(text).matches();
    }

    static Optional<URI> url(String text, Set<String> schemes) {
        try {
            URI url = new URI(text);
            boolean accepted = url.getScheme() != null
                    && schemes.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() <= 65_535
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            return accepted ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

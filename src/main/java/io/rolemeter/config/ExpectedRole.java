package io.rolemeter.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who the operator says that the caller must be. */
final class ExpectedRole {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern NAME_WITH_MORE =
            Pattern.compile("(?:arn:[a-z-]+:iam::[0-9]{12}:role/|/)(?:.*/)?(?<name>[A-Za-z0-9_+=,.@-]{1,64})");

    private ExpectedRole() {}

    static Optional<String> account(String text) {
        return Optional.of(text).filter(ACCOUNT.asMatchPredicate());
    }

    /** A role's name; for its ARN, or its name with the path, the problem says what the name is. */
    static Optional<String> read(Section section, String key) {
        String expected = section.has(key) ? expected(section.text(key).orElse("")) : "";
        return section.value(key, expected, text -> Optional.of(text).filter(NAME.asMatchPredicate()));
    }

    private static String expected(String text) {
        Matcher more = NAME_WITH_MORE.matcher(text);
        String name = "the role's name without path";
        return more.matches() ? name + ": " + Quoted.of(more.group("name")) : name;
    }
}

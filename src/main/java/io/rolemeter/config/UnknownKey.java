package io.rolemeter.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What to say of a key that nobody reads. */
final class UnknownKey {
    /** Where people put a credential; in lower case, without hyphens and underscores. */
    private static final Set<String> CREDENTIALS = Set.of(
            "accesskey",
            "accesskeyid",
            "awsaccesskey",
            "awsaccesskeyid",
            "awssecretaccesskey",
            "awssecretkey",
            "awssecuritytoken",
            "awssessiontoken",
            "credentials",
            "password",
            "secret",
            "secretaccesskey",
            "secretkey",
            "securitytoken",
            "sessiontoken");

    private UnknownKey() {}

    static String problem(String key, Collection<String> known) {
        if (isCredential(key)) {
            return "no secret ever belongs in the configuration; remove it, the instance's role is used";
        }
        return Nearest.to(key, known)
                .map(nearest -> "unknown key; did you mean " + Quoted.of(nearest) + "?")
                .orElseGet(() -> "unknown key; expected " + anyOf(known));
    }

    /** Whether people put a credential under such a key. */
    static boolean isCredential(String key) {
        return CREDENTIALS.contains(
                key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
    }

    /** The words as a message lists them. */
    static String anyOf(Collection<String> words) {
        if (words.isEmpty()) {
            return "none";
        }
        String list = words.stream().collect(Collectors.joining(", "));
        return words.size() == 1 ? list : "one of " + list;
    }
}

package io.rolemeter.collect.workload.view;

import io.rolemeter.model.KeyId;
import java.util.Optional;
import java.util.Set;

/**
 * A value that a program is given, without what is secret in it: of a secret only whether it is empty or blank, of a key id
 * what {@link KeyId} keeps.
 *
 * @param text the value; of secrets and key ids a stand-in that is empty or blank exactly when the value is
 * @param keyId of a value that is an access key id
 * @param origin the file that it stands in; empty for variables and system properties
 */
public record Setting(String text, Optional<KeyId> keyId, Optional<String> origin) {
    private static final Set<String> SECRET_WORDS = Set.of("SECRET", "TOKEN", "PASSWORD");
    private static final Set<String> ID_WORDS = Set.of("ACCESSKEY", "ACCESS_KEY");

    /** What may be kept of a value, by its name. */
    static Setting of(String name, String value, Optional<String> origin) {
        String upper = name.toUpperCase(java.util.Locale.ROOT);
        boolean path = upper.endsWith("FILE");
        boolean secret = !path && SECRET_WORDS.stream().anyMatch(upper::contains);
        boolean id = ID_WORDS.stream().anyMatch(upper::contains);
        if (!secret && !id) {
            return new Setting(value, Optional.empty(), origin);
        }
        Optional<KeyId> keyId = secret ? Optional.empty() : KeyId.of(value.strip());
        return new Setting(value.isBlank() ? value : "set", keyId, origin);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}

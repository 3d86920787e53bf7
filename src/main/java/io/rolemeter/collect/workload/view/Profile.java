package io.rolemeter.collect.workload.view;

import java.util.Map;
import java.util.Optional;

/** The properties of one profile. */
public record Profile(Variables properties) {
    static final Profile EMPTY = new Profile(Variables.NONE);

    static Profile of(Map<String, String> properties, String path) {
        return new Profile(Variables.of(properties, Optional.of(path)));
    }

    Profile or(Profile other) {
        return new Profile(properties.or(other.properties));
    }

    /** Present even when the value is empty. */
    public Optional<Setting> get(String name) {
        return properties.get(name);
    }

    public boolean has(String name) {
        return get(name).isPresent();
    }

    public Optional<String> text(String name) {
        return properties.text(name);
    }

    public boolean isEmpty() {
        return !properties.anyName(name -> true);
    }

    /** The id of its key where it has both halves, each perhaps empty. */
    public Optional<Setting> pair() {
        return has("aws_secret_access_key") ? get("aws_access_key_id") : Optional.empty();
    }
}

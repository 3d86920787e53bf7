package io.rolemeter.collect.workload.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Named values, such as environment variables or system properties. Prints only names. */
public final class Variables {
    public static final Variables NONE = new Variables(Map.of());

    private final Map<String, Setting> settings;

    private Variables(Map<String, Setting> settings) {
        this.settings = settings;
    }

    public static Variables of(Map<String, String> values) {
        return of(values, Optional.empty());
    }

    /**
     * The same, of a file.
     *
     * @param origin the file that the values stand in
     */
    public static Variables of(Map<String, String> values, Optional<String> origin) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        values.forEach((name, value) -> settings.put(name, Setting.of(name, value, origin)));
        return new Variables(settings);
    }

    /** These, and those others whose names are not among these. */
    public Variables or(Variables others) {
        Map<String, Setting> all = new LinkedHashMap<>(others.settings);
        all.putAll(settings);
        return new Variables(all);
    }

    /** Present even when the value is empty. */
    public Optional<Setting> get(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Present when there is a value of at least one character. */
    public Optional<Setting> filled(String name) {
        return get(name).filter(setting -> !setting.isEmpty());
    }

    /** Present when there is a value other than white space. */
    public Optional<Setting> legible(String name) {
        return get(name).filter(setting -> !setting.isBlank());
    }

    /** The text of a value of at least one character. */
    public Optional<String> text(String name) {
        return filled(name).map(Setting::text);
    }

    public boolean anyName(Predicate<String> wanted) {
        return settings.keySet().stream().anyMatch(wanted);
    }

    @Override
    public String toString() {
        return settings.keySet().toString();
    }
}

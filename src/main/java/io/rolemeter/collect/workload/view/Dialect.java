package io.rolemeter.collect.workload.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an SDK reads the files of profiles: no two read the same text alike. */
public enum Dialect {
    /** Python's {@code configparser}: {@code :} also separates, and one bad line makes the whole file useless. */
    PYTHON(true, Mistakes.FATAL) {
        @Override
        Optional<String> profileInConfig(String section) {
            Matcher matcher = QUOTED_PROFILE.matcher(section);
            if (matcher.matches()) {
                return Optional.of(matcher.group(2));
            }
            return DEFAULT.equals(section) ? Optional.of(section) : Optional.empty();
        }

        @Override
        Optional<String> profileInCredentials(String section) {
            return Optional.of(section);
        }
    },
    JAVASCRIPT_V3(false, Mistakes.IGNORED) {
        @Override
        Optional<String> profileInConfig(String section) {
            Matcher matcher = JAVASCRIPT_PROFILE.matcher(section);
            if (matcher.matches()) {
                return Optional.of(matcher.group(2));
            }
            return DEFAULT.equals(section) ? Optional.of(section) : Optional.empty();
        }

        @Override
        Optional<String> profileInCredentials(String section) {
            return JAVASCRIPT_PREFIXED.matcher(section).matches() ? Optional.empty() : Optional.of(section);
        }
    },
    JAVASCRIPT_V2(false, Mistakes.IGNORED) {
        @Override
        Optional<String> profileInConfig(String section) {
            return Optional.of(section.replaceFirst("^profile\\s", ""));
        }

        @Override
        Optional<String> profileInCredentials(String section) {
            return Optional.of(section);
        }
    },
    JAVA_V2(false, Mistakes.FATAL),
    /** Takes every section for a profile, with or without the word. */
    JAVA_V1(false, Mistakes.FATAL) {
        @Override
        Optional<String> profileInConfig(String section) {
            return Optional.of(
                    section.startsWith(PROFILE)
                            ? section.substring(PROFILE.length()).strip()
                            : section);
        }

        @Override
        Optional<String> profileInCredentials(String section) {
            return profileInConfig(section);
        }
    },
    GO_V2(true, Mistakes.IGNORED),
    RUST(true, Mistakes.FATAL);

    /** What a line does that is neither section, property nor comment. */
    enum Mistakes {
        FATAL,
        IGNORED
    }

    private static final String DEFAULT = "default";
    private static final String PROFILE = "profile ";
    private static final Pattern QUOTED_PROFILE = Pattern.compile("profile\\s+([\"']?)([^\"'\\s]+)\\1\\s*");
    private static final Pattern JAVASCRIPT_PROFILE = Pattern.compile("profile\\s([\"']?)([\\w\\-@+.%:/]+)\\1");
    private static final Pattern JAVASCRIPT_PREFIXED = Pattern.compile("[\\w-]+\\s([\"']?)[\\w\\-@+.%:/]+\\1");

    private final boolean lowersNames;
    private final Mistakes mistakes;

    Dialect(boolean lowersNames, Mistakes mistakes) {
        this.lowersNames = lowersNames;
        this.mistakes = mistakes;
    }

    /** Whether {@code AWS_Access_Key_ID} is as good as {@code aws_access_key_id}. */
    boolean lowersNames() {
        return lowersNames;
    }

    boolean forgives() {
        return mistakes == Mistakes.IGNORED;
    }

    boolean isJavaScript() {
        return this == JAVASCRIPT_V2 || this == JAVASCRIPT_V3;
    }

    /**
     * Whether an indented line goes on with the property above it.
     *
     * @param depth by how much it is indented; in Python by how much more than the line above
     * @param hasProperty whether there is a property above it in its section
     */
    boolean isContinuation(String line, int depth, boolean hasProperty) {
        return switch (this) {
            case JAVASCRIPT_V2, JAVASCRIPT_V3, JAVA_V1 -> false;
            case PYTHON -> depth > 0 && hasProperty;
            case JAVA_V2, RUST -> depth > 0;
            case GO_V2 -> depth > 0 && !line.startsWith("[") && line.indexOf('=') < 0 && hasProperty;
        };
    }

    /** The profile that a section of the configuration file is. */
    Optional<String> profileInConfig(String section) {
        String name = section.strip();
        if (name.startsWith(PROFILE) || name.startsWith("profile\t")) {
            return Optional.of(name.substring(PROFILE.length()).strip());
        }
        return DEFAULT.equals(name) ? Optional.of(name) : Optional.empty();
    }

    /** The profile that a section of the credentials file is. */
    Optional<String> profileInCredentials(String section) {
        String name = section.strip();
        return name.startsWith(PROFILE) ? Optional.empty() : Optional.of(name);
    }
}

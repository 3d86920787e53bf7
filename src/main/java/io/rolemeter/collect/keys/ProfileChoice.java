package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Environment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The profile files that a program reads, and the profile that it takes from them.
 *
 * @param credentialsFile absolute
 * @param configFile absolute
 * @param profiles {@code default} unless variables or properties say otherwise; several when these disagree, since SDKs do too
 */
public record ProfileChoice(String home, String credentialsFile, String configFile, Set<String> profiles) {
    private static final String DEFAULT = "default";

    /**
     * What the variables of a process choose, and Java's system properties, which come first for the files.
     *
     * @param properties none of other programs
     */
    static ProfileChoice of(Environment environment, Map<String, String> properties, Bearings bearings) {
        Set<String> profiles = new LinkedHashSet<>();
        property("aws.profile", properties).ifPresent(profiles::add);
        for (String variable : List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE")) {
            environment.get(variable).ifPresent(profiles::add);
        }
        return new ProfileChoice(
                bearings.home(),
                bearings.path(property("aws.sharedCredentialsFile", properties)
                        .or(() -> environment.get("AWS_SHARED_CREDENTIALS_FILE"))
                        .orElse("~/.aws/credentials")),
                bearings.path(property("aws.configFile", properties)
                        .or(() -> environment.get("AWS_CONFIG_FILE"))
                        .orElse("~/.aws/config")),
                profiles.isEmpty() ? Set.of(DEFAULT) : profiles);
    }

    private static Optional<String> property(String name, Map<String, String> properties) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
    }
}

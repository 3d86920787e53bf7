package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Environment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The profile files that a program reads, and the profile that it takes from them.
 *
 * @param credentialsFile absolute
 * @param configFile absolute
 * @param profiles {@code default} unless variables say otherwise; two when two variables disagree, since SDKs do too
 */
public record ProfileChoice(String home, String credentialsFile, String configFile, Set<String> profiles) {
    private static final String DEFAULT = "default";

    /**
     * What the variables of a process choose.
     *
     * @param passwdHome what stands in for {@code HOME} where it is not set
     * @param workingDirectory what relative paths begin at
     */
    static ProfileChoice of(Environment environment, String passwdHome, String workingDirectory) {
        String home = environment.get("HOME").orElse(passwdHome);
        Set<String> profiles = new LinkedHashSet<>();
        for (String variable : List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE")) {
            environment.get(variable).ifPresent(profiles::add);
        }
        return new ProfileChoice(
                home,
                file(environment.get("AWS_SHARED_CREDENTIALS_FILE"), home, workingDirectory, "credentials"),
                file(environment.get("AWS_CONFIG_FILE"), home, workingDirectory, "config"),
                profiles.isEmpty() ? Set.of(DEFAULT) : profiles);
    }

    private static String file(Optional<String> chosen, String home, String workingDirectory, String name) {
        String path = chosen.orElse(home + "/.aws/" + name);
        if (path.startsWith("~/")) {
            return home + path.substring(1);
        }
        return path.startsWith("/") ? path : workingDirectory + "/" + path;
    }
}

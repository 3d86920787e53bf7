package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The mistakes in profiles for which the SDK for Go does not start at all, even where it would not need the profile. */
record GoProfiles(Profiles profiles) {
    private static final List<String> NEED_ROLE =
            List.of("source_profile", "credential_source", "web_identity_token_file");
    private static final List<String> CREDENTIALS = List.of(
            "aws_access_key_id",
            "source_profile",
            "credential_source",
            "credential_process",
            "web_identity_token_file",
            "sso_account_id",
            "sso_session",
            "login_session");

    /**
     * What is wrong with a profile, or with the one that it assumes its role with.
     *
     * @param visited the profiles that led here
     */
    Optional<String> mistake(String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        if (hasHalfAKey(name)) {
            return Optional.of("profile " + name + " has half a key");
        }
        boolean keys = profile.pair().isPresent();
        boolean again = visited.contains(name);
        if (!visited.isEmpty() && (keys || again)) {
            return keys ? Optional.empty() : Optional.of("profile " + name + " is its own source");
        }
        visited.add(name);
        boolean needsRole =
                NEED_ROLE.stream().anyMatch(property -> profile.text(property).isPresent());
        if (needsRole && profile.text("role_arn").isEmpty()) {
            return Optional.of("profile " + name + " names no role");
        }
        long kinds = Stream.concat(NEED_ROLE.stream(), Stream.of("credential_process"))
                .filter(property -> profile.text(property).isPresent())
                .count();
        if (kinds > 1) {
            return Optional.of("profile " + name + " has more than one kind of credentials");
        }
        return profile.text("source_profile").flatMap(source -> mistakeOfSource(source, visited));
    }

    private Optional<String> mistakeOfSource(String source, Set<String> visited) {
        if (!profiles.has(source)) {
            return Optional.of("there is no profile " + source);
        }
        boolean provides = CREDENTIALS.stream()
                .anyMatch(property -> profiles.merged(source).text(property).isPresent());
        return provides ? mistake(source, visited) : Optional.of("profile " + source + " has no credentials");
    }

    /** Where a profile is in both files, only the credentials file is asked. */
    private boolean hasHalfAKey(String name) {
        Profile section = profiles.credentials().containsKey(name)
                ? profiles.credentials().getOrDefault(name, profiles.merged(name))
                : profiles.config().getOrDefault(name, profiles.merged(name));
        return section.has("aws_access_key_id") != section.has("aws_secret_access_key");
    }
}

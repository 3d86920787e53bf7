package io.rolemeter.collect.workload.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two files of profiles as one SDK has read them.
 *
 * @param credentials the profiles of {@code ~/.aws/credentials}, or of the file that stands for it
 * @param config the same of {@code ~/.aws/config}
 * @param problems for each file that the SDK cannot make sense of, which line it stumbles over
 * @param closed for each file that could not be read here, why
 */
public record Profiles(
        Map<String, Profile> credentials, Map<String, Profile> config, List<String> problems, List<String> closed) {
    /** Reads both; a file that is not there has no profiles. */
    public static Profiles read(SettingsFiles files, Dialect dialect, String credentials, Optional<String> config) {
        One first = One.read(files, dialect, credentials, dialect::profileInCredentials);
        One second = config.map(path -> One.read(files, dialect, path, dialect::profileInConfig))
                .orElse(One.NOTHING);
        return new Profiles(
                first.profiles,
                second.profiles,
                java.util.stream.Stream.of(first.problem, second.problem)
                        .flatMap(Optional::stream)
                        .toList(),
                java.util.stream.Stream.of(first.closed, second.closed)
                        .flatMap(Optional::stream)
                        .toList());
    }

    public boolean isEmpty() {
        return credentials.isEmpty() && config.isEmpty();
    }

    public boolean has(String name) {
        return credentials.containsKey(name) || config.containsKey(name);
    }

    /** A profile of that name with the properties of both files; where both have one, that of the credentials file counts. */
    public Profile merged(String name) {
        Profile first = credentials.getOrDefault(name, Profile.EMPTY);
        return first.or(config.getOrDefault(name, Profile.EMPTY));
    }

    private record One(Map<String, Profile> profiles, Optional<String> problem, Optional<String> closed) {
        static final One NOTHING = new One(Map.of(), Optional.empty(), Optional.empty());

        static One read(
                SettingsFiles files, Dialect dialect, String path, Function<String, Optional<String>> profileOf) {
            SettingsFiles.Answer answer = files.read(path);
            if (answer instanceof SettingsFiles.Answer.Closed refused) {
                return new One(Map.of(), Optional.empty(), Optional.of(path + ": " + refused.reason()));
            }
            if (!(answer instanceof SettingsFiles.Answer.Text text)) {
                return NOTHING;
            }
            IniText.Content content = IniText.read(text.content(), dialect);
            Map<String, Profile> profiles = new LinkedHashMap<>();
            content.sections()
                    .forEach((section, properties) -> profileOf
                            .apply(section)
                            .ifPresent(name -> profiles.merge(
                                    name, Profile.of(properties, path), (older, newer) -> newer.or(older))));
            return new One(profiles, content.problem().map(problem -> path + ": " + problem), Optional.empty());
        }
    }
}

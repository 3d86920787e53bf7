package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.ProfileChoice;
import io.rolemeter.collect.keys.Survey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose keys profiles assume their roles with: that of their {@code source_profile}, which may have one of its own. */
final class SourceProfiles {
    /** More than any chain that somebody would write down; what is farther away is not followed. */
    private static final int MAX_PROFILES = 100;

    private static final String PROPERTY = "source_profile";

    private final Survey survey;
    private final Ledger ledger;
    private final Map<String, Map<String, String>> ofFiles = new HashMap<>();

    /** @param ledger where files are entered that are read only to follow profiles into them */
    SourceProfiles(Survey survey, Ledger ledger) {
        this.survey = survey;
        this.ledger = ledger;
    }

    /** Takes from a file that was read already what others need to know of it. */
    void know(Reading.Text file) {
        ofFiles.put(file.realPath(), sources(file.content()));
    }

    /** The profiles that a program chose, and those that they lead to, whichever of its two files these stand in. */
    Set<String> reached(ProfileChoice choice) {
        List<Map<String, String>> files = List.of(sourcesIn(choice.credentialsFile()), sourcesIn(choice.configFile()));
        Set<String> reached = new LinkedHashSet<>(choice.profiles());
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty() && reached.size() < MAX_PROFILES) {
            String profile = next.remove();
            for (Map<String, String> sources : files) {
                Optional.ofNullable(sources.get(profile)).filter(reached::add).ifPresent(next::add);
            }
        }
        return reached;
    }

    private Map<String, String> sourcesIn(String path) {
        return ofFiles.computeIfAbsent(
                survey.realPath(path),
                real -> survey.read(path, ledger)
                        .map(file -> sources(file.content()))
                        .orElse(Map.of()));
    }

    private static Map<String, String> sources(String text) {
        Map<String, String> sources = new HashMap<>();
        String profile = "";
        for (String line : text.split("\n", -1)) {
            String stripped = line.strip();
            int close = stripped.indexOf(']');
            if (stripped.startsWith("[") && close > 0) {
                profile = ConfigFiles.profile(stripped.substring(1, close).strip());
            } else if (stripped.regionMatches(true, 0, PROPERTY, 0, PROPERTY.length())) {
                String rest = stripped.substring(PROPERTY.length()).strip();
                if (rest.startsWith("=") || rest.startsWith(":")) {
                    sources.put(profile, withoutComment(rest.substring(1)).strip());
                }
            }
        }
        return sources;
    }

    private static String withoutComment(String value) {
        for (int i = 1; i < value.length(); i++) {
            if ("#;".indexOf(value.charAt(i)) >= 0 && Character.isWhitespace(value.charAt(i - 1))) {
                return value.substring(0, i);
            }
        }
        return value;
    }
}

package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.ProfileChoice;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.KeyWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The two files of profiles that all SDKs share.
 *
 * @param name beneath {@code ~/.aws}
 * @param chosen which one a program reads
 * @param profile the profile that a section is
 */
record ProfileFiles(String name, Function<ProfileChoice, String> chosen, UnaryOperator<String> profile) {
    private static final String AWS = ".aws";

    void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        survey.homes().forEach(home -> paths.put(HostFiles.join(home, AWS + "/" + name), new HashSet<>()));
        for (Program program : survey.programs().programs()) {
            paths.computeIfAbsent(chosen.apply(program.choice()), path -> new HashSet<>())
                    .addAll(program.choice().profiles());
        }
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, Set<String>> inUse = new HashMap<>();
        paths.forEach((path, profiles) -> {
            String file = survey.realPath(path);
            files.putIfAbsent(file, path);
            inUse.computeIfAbsent(file, real -> new HashSet<>()).addAll(profiles);
        });
        survey.homes().forEach(home -> backups(home, survey, ledger));
        SourceProfiles sources = new SourceProfiles(survey, ledger);
        List<Found> found = new ArrayList<>();
        files.values()
                .forEach(path -> survey.read(path, ledger).ifPresent(file -> {
                    sources.know(file);
                    found.add(new Found(file, KeyPattern.find(file.content(), TextFormat.INI)));
                }));
        Renewers renewers = Renewers.of(survey);
        Reached reached = new Reached(survey, sources, inUse);
        found.forEach(file -> {
            String path = file.file().realPath();
            enter(file, profile -> reached.has(path, profile), renewers.writer(path), ledger);
        });
    }

    private record Found(Reading.Text file, List<KeyMatch> keys) {}

    /** Which profiles programs take keys from. Where they do not name a profile themselves, their chains are followed. */
    private final class Reached {
        private final Survey survey;
        private final SourceProfiles sources;
        private final Map<String, Set<String>> named;
        private Optional<Map<String, Set<String>>> followed = Optional.empty();

        private Reached(Survey survey, SourceProfiles sources, Map<String, Set<String>> named) {
            this.survey = survey;
            this.sources = sources;
            this.named = named;
        }

        /** @param file without links */
        boolean has(String file, String profile) {
            return named.getOrDefault(file, Set.of()).contains(profile)
                    || followed().getOrDefault(file, Set.of()).contains(profile);
        }

        private Map<String, Set<String>> followed() {
            if (followed.isEmpty()) {
                Map<String, Set<String>> all = new HashMap<>();
                survey.programs().programs().stream()
                        .map(Program::choice)
                        .distinct()
                        .forEach(choice -> all.computeIfAbsent(
                                        survey.realPath(chosen.apply(choice)), real -> new HashSet<>())
                                .addAll(sources.reached(choice)));
                followed = Optional.of(all);
            }
            return followed.get();
        }
    }

    /** Copies beside the file, and the file in copies of its folder. */
    private void backups(String home, Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.backups(HostFiles.join(home, AWS), name, TextFormat.INI);
        for (Listing.Entry entry : survey.list(home, ledger)) {
            if (FileNames.isBackupOf(AWS, entry.name())) {
                reader.folder(HostFiles.join(home, entry.name()), name::equals, TextFormat.INI, Exposure.BACKUP);
            }
        }
    }

    /** What a file holds that is a program's alone. */
    void look(Reading.Text file, Set<String> inUse, Ledger ledger) {
        enter(
                new Found(file, KeyPattern.find(file.content(), TextFormat.INI)),
                inUse::contains,
                Optional.empty(),
                ledger);
    }

    private void enter(Found found, Predicate<String> inUse, Optional<KeyWriter> writer, Ledger ledger) {
        for (KeyMatch match : found.keys()) {
            Optional<String> section = match.section().map(profile);
            Exposure ifActive = section.filter(inUse).isPresent() ? Exposure.LIVE : Exposure.AT_REST;
            Use use = Use.of(match.commented() ? Exposure.COMMENTED : ifActive)
                    .noting(section.map(name -> "profile " + name));
            ledger.found(found.file(), match, writer.map(use::writtenBy).orElse(use));
        }
    }
}

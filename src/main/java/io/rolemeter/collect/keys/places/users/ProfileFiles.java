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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The two files of profiles that all SDKs share.
 *
 * @param name beneath {@code ~/.aws}
 * @param chosen which one a program reads
 * @param profile the profile that a section is
 */
record ProfileFiles(String name, Function<ProfileChoice, String> chosen, UnaryOperator<String> profile) {
    void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        survey.homes().forEach(home -> paths.put(HostFiles.join(home, ".aws/" + name), new HashSet<>()));
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
        survey.homes().forEach(home -> backups(HostFiles.join(home, ".aws"), survey, ledger));
        files.forEach((real, path) -> survey.read(path, ledger)
                .ifPresent(file -> look(
                        file,
                        inUse.getOrDefault(file.realPath(), Set.of()),
                        Renewers.of(survey).writer(file.realPath()),
                        ledger)));
    }

    private void backups(String folder, Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        for (Listing.Entry entry : survey.list(folder, ledger)) {
            boolean backup = FileNames.isBackup(entry.name())
                    && FileNames.withoutBackup(entry.name()).equals(name);
            if (backup && !entry.directory()) {
                reader.file(HostFiles.join(folder, entry.name()), TextFormat.INI, Use.of(Exposure.BACKUP));
            }
        }
    }

    void look(Reading.Text file, Set<String> inUse, Optional<KeyWriter> writer, Ledger ledger) {
        for (KeyMatch match : KeyPattern.find(file.content(), TextFormat.INI)) {
            Optional<String> found = match.section().map(profile);
            Exposure ifActive = found.filter(inUse::contains).isPresent() ? Exposure.LIVE : Exposure.AT_REST;
            Use use = Use.of(match.commented() ? Exposure.COMMENTED : ifActive)
                    .noting(found.map(section -> "profile " + section));
            ledger.found(file, match, writer.map(use::writtenBy).orElse(use));
        }
    }
}

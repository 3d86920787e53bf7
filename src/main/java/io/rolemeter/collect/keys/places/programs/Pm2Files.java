package io.rolemeter.collect.keys.places.programs;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Pm2;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * PM2's own files and the files that its applications are started from. A key in {@code dump.pm2} is live: PM2 brings it back at
 * boot. One in an ecosystem file waits for the next start by hand.
 */
public final class Pm2Files implements HidingPlace {
    /** PM2 takes a file for its configuration when its name contains one of these. */
    private static final List<String> SCRIPTS = List.of(".config.js", ".config.cjs", ".config.mjs");

    private static final List<String> ENDINGS = List.of(".js", ".cjs", ".mjs", ".json", ".yml", ".yaml");

    private static final List<String> DOCUMENTS = List.of("ecosystem", "process", "processes", "pm2");

    @Override
    public Place place() {
        return Place.PM2;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        boolean named = name.startsWith("ecosystem.") || name.startsWith("pm2.");
        return named && ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Reader reader = new Reader(survey, ledger);
        Set<String> homes = new LinkedHashSet<>();
        survey.pm2().homes().forEach(home -> homes.add(survey.realPath(home)));
        for (String home : homes) {
            look(survey, ledger, HostFiles.join(home, "dump.pm2"), Exposure.LIVE);
            look(survey, ledger, HostFiles.join(home, "dump.pm2.bak"), Exposure.BACKUP);
            look(survey, ledger, HostFiles.join(home, "module_conf.json"), Exposure.AT_REST);
        }
        Set<String> directories = new LinkedHashSet<>();
        survey.pm2().directories().forEach(directory -> directories.add(survey.realPath(directory)));
        for (String directory : directories) {
            for (Listing.Entry entry : survey.list(directory, ledger)) {
                if (!entry.directory() && isEcosystem(FileNames.withoutBackup(entry.name()))) {
                    reader.file(HostFiles.join(directory, entry.name()), Exposure.AT_REST);
                }
            }
        }
        reader.idleApplications(this::wants);
    }

    /** Which program a line of a file gives its key to. */
    private interface Attribution extends BiFunction<String, Integer, Optional<String>> {}

    private static void look(Survey survey, Ledger ledger, String path, Exposure ifActive) {
        Attribution program = path.contains("/dump.pm2") ? Pm2::programAt : (text, line) -> Optional.empty();
        survey.read(path, ledger)
                .ifPresent(file -> KeyPattern.find(file.content(), TextFormat.ofFile(path))
                        .forEach(match -> {
                            boolean commented = match.commented() && ifActive != Exposure.BACKUP;
                            Use use = Use.of(commented ? Exposure.COMMENTED : ifActive);
                            ledger.found(file, match, use.by(program.apply(file.content(), match.line())));
                        }));
    }

    private static boolean isEcosystem(String name) {
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return true;
        }
        boolean document = name.endsWith(".json") && DOCUMENTS.stream().anyMatch(name::startsWith);
        return document || SCRIPTS.stream().anyMatch(name::contains);
    }
}

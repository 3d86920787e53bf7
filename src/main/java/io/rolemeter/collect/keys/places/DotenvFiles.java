package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.KeyMatch;
import io.rolemeter.collect.keys.KeyPattern;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.TextFormat;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code .env} files, with their variants and backups, in every working directory of a program and beside every application of
 * PM2. Which of them a program loads is its own affair: all that it could load are live.
 */
public final class DotenvFiles implements HidingPlace {
    @Override
    public Place place() {
        return Place.DOTENV;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        for (String directory : directories(survey, ledger)) {
            for (Listing.Entry entry : survey.list(directory, ledger)) {
                String path = HostFiles.join(directory, entry.name());
                if (isDotenv(FileNames.withoutBackup(entry.name())) && !survey.isDirectory(path)) {
                    survey.read(path, ledger).ifPresent(file -> look(file, entry.name(), ledger));
                }
            }
        }
    }

    private static Set<String> directories(Survey survey, Ledger ledger) {
        Set<String> paths = survey.pm2().directories();
        Set<String> closed = survey.programs().closed().stream()
                .map(Reading.Unreadable::path)
                .collect(Collectors.toSet());
        for (Program program : survey.programs().programs()) {
            program.workingDirectory().ifPresent(paths::add);
            if (program.workingDirectory().isEmpty() && closed.contains(Processes.path(program.pid(), "environ"))) {
                ledger.unreadable(Processes.path(program.pid(), "cwd"), "permission denied");
            }
        }
        return paths.stream().map(survey::realPath).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void look(Reading.Text file, String name, Ledger ledger) {
        for (KeyMatch match : KeyPattern.find(file.content(), TextFormat.LINES)) {
            ledger.found(file, match, Use.of(exposure(name, match)));
        }
    }

    private static Exposure exposure(String name, KeyMatch match) {
        if (FileNames.isBackup(name)) {
            return Exposure.BACKUP;
        }
        if (match.commented()) {
            return Exposure.COMMENTED;
        }
        return FileNames.isSample(name) ? Exposure.AT_REST : Exposure.LIVE;
    }

    private static boolean isDotenv(String name) {
        return name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
    }
}

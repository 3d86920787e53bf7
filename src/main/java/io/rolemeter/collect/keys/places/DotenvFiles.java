package io.rolemeter.collect.keys.places;

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
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
        Set<String> directories = new LinkedHashSet<>();
        survey.pm2().directories().forEach(directory -> directories.add(survey.realPath(directory)));
        Set<String> hidden = new LinkedHashSet<>();
        survey.programs().closed().forEach(environment -> hidden.add(environment.path()));
        for (Program program : survey.programs().programs()) {
            int pid = program.process().pid();
            program.process()
                    .workingDirectory()
                    .ifPresentOrElse(directory -> directories.add(survey.realPath(directory)), () -> {
                        if (hidden.contains(Processes.path(pid, "environ"))) {
                            ledger.unreadable(Processes.path(pid, "cwd"), "permission denied");
                        }
                    });
        }
        for (String directory : directories) {
            for (Listing.Entry entry : survey.list(directory, ledger)) {
                String path = (directory.equals("/") ? "" : directory) + "/" + entry.name();
                if (!entry.directory() && isDotenv(FileNames.withoutBackup(entry.name()))) {
                    survey.read(path, ledger).ifPresent(file -> look(file, entry.name(), ledger));
                }
            }
        }
    }

    private static void look(Reading.Text file, String name, Ledger ledger) {
        for (KeyMatch match : KeyPattern.find(file.content(), TextFormat.LINES)) {
            ledger.found(file, match, exposure(name, match), Optional.empty());
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

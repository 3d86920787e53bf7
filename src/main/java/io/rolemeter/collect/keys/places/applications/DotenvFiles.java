package io.rolemeter.collect.keys.places.applications;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.Applications;
import io.rolemeter.collect.keys.Container;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code .env} files, with their variants and backups, in the folders of applications and, in containers, of running programs. Which
 * of them a program loads is its own affair: all that it could load are live, and so is what {@code --env-file} of a running program
 * names.
 */
public final class DotenvFiles implements HidingPlace {
    private static final String USUAL = ".env";

    @Override
    public Place place() {
        return Place.DOTENV;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        return name.equals(USUAL)
                || name.equals(".envrc")
                || name.equals(".flaskenv")
                || name.startsWith(".env.")
                || name.endsWith(".env")
                || FileNames.isBackupOf(USUAL, fileName);
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        Set<String> closed = survey.programs().closed().stream()
                .map(Reading.Unreadable::path)
                .collect(Collectors.toSet());
        for (Program program : survey.programs().programs()) {
            if (program.workingDirectory().isEmpty() && closed.contains(Processes.path(program.pid(), "environ"))) {
                ledger.unreadable(Processes.path(program.pid(), "cwd"), "permission denied");
            }
        }
        Map<String, String> named = named(survey);
        for (Applications.File file : survey.applications().files()) {
            if (wants(file.name()) && !survey.isDirectory(file.path())) {
                boolean read = named.remove(file.path()) != null;
                Exposure unread = FileNames.isBackupOf(USUAL, file.name()) ? Exposure.BACKUP : file.exposure();
                Use use = Use.of(read ? Exposure.LIVE : unread);
                reader.file(file.path(), format(file.name()), use);
            }
        }
        named.values().forEach(path -> reader.file(path, TextFormat.DOTENV, Use.of(Exposure.LIVE)));
        reader.unlistedApplications();
        Container.examined(survey, ledger).forEach(container -> inside(container, reader));
    }

    /** Beside the programs and no deeper: what else lies in a container came with its image. */
    private void inside(Container container, Reader reader) {
        Use use = Use.of(Exposure.LIVE).noting(container.note());
        Survey survey = reader.survey();
        for (String folder : container.folders()) {
            for (Listing.Entry entry : container.list(folder, survey, reader.ledger())) {
                if (wants(entry.name()) && !entry.directory()) {
                    container
                            .read(HostFiles.join(folder, entry.name()), survey, reader.ledger())
                            .ifPresent(file -> reader.text(file, format(entry.name()), use));
                }
            }
        }
    }

    /** The files that running programs were told to read: the paths that they were told, by those without links. */
    private static Map<String, String> named(Survey survey) {
        Map<String, String> named = new LinkedHashMap<>();
        survey.programs().programs().stream()
                .flatMap(program -> program.named().dotenv().stream())
                .distinct()
                .forEach(path -> named.put(survey.realPath(path), path));
        return named;
    }

    /** A shell reads direnv's file. */
    private static TextFormat format(String name) {
        return name.startsWith(".envrc") ? TextFormat.SCRIPT : TextFormat.DOTENV;
    }
}

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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code .env} files, with their variants and backups, in the folders of applications and, in containers, of running programs. Which of them a program loads is its own
 * affair: all that it could load are live.
 */
public final class DotenvFiles implements HidingPlace {
    @Override
    public Place place() {
        return Place.DOTENV;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        return name.equals(".env")
                || name.equals(".envrc")
                || name.equals(".flaskenv")
                || name.startsWith(".env.")
                || name.endsWith(".env");
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
        for (Applications.File file : survey.applications().files()) {
            if (wants(file.name()) && !survey.isDirectory(file.path())) {
                reader.file(file.path(), format(file.name()), Use.of(file.exposure()));
            }
        }
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
                            .ifPresent(file -> reader.text(file, TextFormat.LINES, use));
                }
            }
        }
    }

    /** A shell reads direnv's file. */
    private static TextFormat format(String name) {
        return name.startsWith(".envrc") ? TextFormat.SCRIPT : TextFormat.DOTENV;
    }
}

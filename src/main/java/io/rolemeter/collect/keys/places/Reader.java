package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.Applications;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Reads files for a place and enters the keys in them, by the format and the exposure that their names promise. */
public record Reader(Survey survey, Ledger ledger) {
    /** One file, if it is there. */
    public void file(String path, Exposure ifActive) {
        file(path, TextFormat.ofFile(path), Use.of(ifActive));
    }

    public void file(String path, TextFormat format, Use ifActive) {
        survey.read(path, ledger).ifPresent(file -> text(file, format, ifActive));
    }

    /** The keys in a text; a backup's name and a comment lessen the exposure. */
    public void text(Reading.Text file, TextFormat format, Use ifActive) {
        for (KeyMatch match : KeyPattern.find(file.content(), format)) {
            Exposure exposure = FileNames.exposure(file.path(), match, ifActive.exposure());
            ledger.found(file, match, ifActive.as(exposure));
        }
    }

    /** Those files of a folder whose names, without the ending of a backup, are wanted. */
    public void folder(String folder, Predicate<String> wanted, Exposure ifActive) {
        folder(folder, wanted, TextFormat::ofFile, ifActive);
    }

    /** The same for files that are all of one format. */
    public void folder(String folder, Predicate<String> wanted, TextFormat format, Exposure ifActive) {
        folder(folder, wanted, path -> format, ifActive);
    }

    private void folder(
            String folder, Predicate<String> wanted, Function<String, TextFormat> format, Exposure ifActive) {
        for (Listing.Entry entry : survey.list(folder, ledger)) {
            String path = HostFiles.join(folder, entry.name());
            if (wanted.test(FileNames.withoutBackup(entry.name())) && !isDirectory(entry, path)) {
                file(path, format.apply(path), Use.of(ifActive));
            }
        }
    }

    /** The same for a folder and those beneath it, so many levels deep. */
    public void tree(String folder, int levels, Predicate<String> wanted, Exposure ifActive) {
        folder(folder, wanted, ifActive);
        if (levels > 0) {
            survey.list(folder, ledger).stream()
                    .filter(Listing.Entry::directory)
                    .forEach(entry -> tree(HostFiles.join(folder, entry.name()), levels - 1, wanted, ifActive));
        }
    }

    /** A file that is known by its path, and its backups beside it. */
    public void withBackups(String path, Exposure ifActive) {
        String folder = path.substring(0, Math.max(path.lastIndexOf('/'), 1));
        String name = path.substring(path.lastIndexOf('/') + 1);
        TextFormat format = TextFormat.ofFile(path);
        if (backups(folder, name, format)) {
            file(HostFiles.join(folder, name), format, Use.of(ifActive));
        }
    }

    /**
     * The backups of a file beside it.
     *
     * @return whether it is there itself, which was not read
     */
    public boolean backups(String folder, String name, TextFormat format) {
        boolean there = false;
        for (Listing.Entry entry : survey.list(folder, ledger)) {
            String path = HostFiles.join(folder, entry.name());
            boolean backup = FileNames.isBackupOf(name, entry.name());
            if ((backup || entry.name().equals(name)) && !isDirectory(entry, path)) {
                there |= !backup;
                if (backup) {
                    file(path, format, Use.of(Exposure.BACKUP));
                }
            }
        }
        return there;
    }

    /** Those files of applications whose names are wanted, with the exposure that their folders give them. */
    public void applications(Predicate<String> wanted) {
        applications(wanted, UnaryOperator.identity());
    }

    /** The same for files that no running program reads by itself. */
    public void idleApplications(Predicate<String> wanted) {
        applications(wanted, exposure -> exposure == Exposure.LIVE ? Exposure.AT_REST : exposure);
    }

    private void applications(Predicate<String> wanted, UnaryOperator<Exposure> exposure) {
        for (Applications.File file : survey.applications().files()) {
            if (wanted.test(file.name()) && !survey.isDirectory(file.path())) {
                file(file.path(), exposure.apply(file.exposure()));
            }
        }
        unlistedApplications();
    }

    /** Enters the folders of applications that could not be searched. */
    public void unlistedApplications() {
        survey.applications().unlisted().forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
    }

    private boolean isDirectory(Listing.Entry entry, String path) {
        return entry.directory() || survey.isDirectory(path);
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.FolderSweep;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.OpenFolder;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.KeyPrefixes;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/** One collect's view of the host, shared by all hiding places: what is excluded is not there, and there is an end to it. */
public final class Survey {
    private final Host host;
    private final PathPatterns excluded;
    private final Limits limits;
    private final Predicate<String> wanted;
    private final Remembered<Programs> programs = new Remembered<>(this::findPrograms);
    private final Remembered<Pm2> pm2 = new Remembered<>(this::findPm2);
    private final Remembered<Set<String>> homes = new Remembered<>(this::findHomes);
    private final Remembered<Units> units = new Remembered<>(this::findUnits);
    private final Remembered<Applications> applications = new Remembered<>(this::findApplications);
    private int files;

    /** How far this collect may go. */
    record Limits(Bounds bounds, BooleanSupplier timeIsUp) {}

    /** @param wanted names of files in applications' folders that some place reads */
    Survey(Host host, PathPatterns excluded, Limits limits, Predicate<String> wanted) {
        this.host = host;
        this.excluded = excluded;
        this.limits = limits;
        this.wanted = wanted;
    }

    public Programs programs() {
        return programs.get();
    }

    public Pm2 pm2() {
        return pm2.get();
    }

    /** The services that systemd would start, or could. */
    public Units units() {
        return units.get();
    }

    /** Whether a program runs, or a service starts at boot, whose name begins with one of these. */
    public boolean runs(Collection<String> names) {
        return programs().runs(names) || units().start(names);
    }

    /** The files of applications that some place reads, wherever applications lie. */
    public Applications applications() {
        return applications.get();
    }

    /** Every user's home, also of users that only a directory service knows, and the homes that programs run with. */
    public Set<String> homes() {
        return homes.get();
    }

    /** Whether all homes could be found; if not, the ledger says why. */
    public void examineHomes(Ledger ledger) {
        Homes.unlisted(host).forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
    }

    /**
     * A file that exists, is not excluded and could be read; the ledger has counted it, or says why it could not be. It
     * also says when keys in it are too many for {@link KeyPattern}.
     */
    public Optional<Reading.Text> read(String path, Ledger ledger) {
        return read(path, host.files()::read, ledger);
    }

    /** The same undecoded: each character of the content is one byte. */
    public Optional<Reading.Text> readBytes(String path, Ledger ledger) {
        return read(path, host.files()::readBytes, ledger);
    }

    /** The same by whatever reads a file. */
    Optional<Reading.Text> read(String path, Function<String, Reading> reader, Ledger ledger) {
        if (excluded.matches(path) || isOver(path, ledger)) {
            return Optional.empty();
        }
        Reading reading = reader.apply(path);
        if (reading instanceof Reading.Text text && !excluded.matches(text.realPath())) {
            files++;
            ledger.examined(1);
            KeyPattern.cutShort(text.content()).ifPresent(reason -> ledger.unreadable(path, reason));
            return Optional.of(text);
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            ledger.unreadable(path, unreadable.reason());
        }
        return Optional.empty();
    }

    /** The entries of a folder, by the same rules, but counted nowhere. */
    Listing listing(String path) {
        return excluded.matches(path) ? new Listing.Missing(path) : host.files().list(path);
    }

    /** The entries of a folder; none when it does not exist. The ledger says if not all of them are known. */
    public List<Listing.Entry> list(String path, Ledger ledger) {
        return list(path, host.files()::list, ledger);
    }

    /** The same by whatever lists a folder. */
    List<Listing.Entry> list(String path, Function<String, Listing> lister, Ledger ledger) {
        if (excluded.matches(path) || isOver(path, ledger)) {
            return List.of();
        }
        Listing listing = lister.apply(path);
        listing.lack().ifPresent(reason -> ledger.unreadable(path, reason));
        return listing instanceof Listing.Entries entries ? entries.entries() : List.of();
    }

    /** A folder to be held open; empty when {@link #list} is to say why it is not searched. */
    public Optional<OpenFolder> open(String path) {
        return isOver() || excluded.matches(path)
                ? Optional.empty()
                : host.files().open(path);
    }

    /** The same for a folder in one that is. */
    public Optional<OpenFolder> open(OpenFolder folder, Path name) {
        return isOver() || excluded.matches(folder.realPath(name)) ? Optional.empty() : folder.folder(name);
    }

    /** Looks at the entries of folders that are held open; to be closed. */
    public FolderSweep sweep() {
        return new FolderSweep(KeyPrefixes::standIn, limits.timeIsUp());
    }

    /** Counts a file that a sweep has ruled out; false when there is an end to looking, which {@link #read} then says. */
    public boolean holdsNoKey(Ledger ledger) {
        if (isOver()) {
            return false;
        }
        files++;
        ledger.examined(1);
        return true;
    }

    /** Whether the configuration says never to look there. */
    public boolean isExcluded(String path) {
        return excluded.matches(path);
    }

    public boolean excludesNothing() {
        return excluded.isEmpty();
    }

    public boolean isDirectory(String path) {
        return host.files().isDirectory(path);
    }

    /** Whether something is there. */
    public boolean exists(String path) {
        return host.files().realPath(path).isPresent();
    }

    /** The path without links; as it is when nothing is there. */
    public String realPath(String path) {
        return host.files().realPath(path).orElse(path);
    }

    private Programs findPrograms() {
        return Programs.of(host, limits.timeIsUp());
    }

    private Pm2 findPm2() {
        return Pm2.of(host, programs(), homes(), units());
    }

    private Set<String> findHomes() {
        return Homes.of(host, programs());
    }

    private Units findUnits() {
        return Units.of(host, programs(), homes());
    }

    private Applications findApplications() {
        return Applications.of(this, limits, wanted);
    }

    private boolean isOver() {
        return files >= limits.bounds().files() || limits.timeIsUp().getAsBoolean();
    }

    private boolean isOver(String path, Ledger ledger) {
        boolean over = isOver();
        if (over) {
            int most = limits.bounds().files();
            ledger.unreadable(path, files >= most ? "more than " + most + " files" : "out of time");
        }
        return over;
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One collect's view of the host, shared by all hiding places: what is excluded is not there, and there is an end to it. */
public final class Survey {
    private static final int MAX_FILES = 50_000;
    private static final String HOMES = "/home";
    private static final String ROOT_HOME = "/root";

    private final Host host;
    private final PathPatterns excluded;
    private final BooleanSupplier timeIsUp;
    private final Programs programs;
    private final Pm2 pm2;
    private int files;

    Survey(Host host, PathPatterns excluded, BooleanSupplier timeIsUp) {
        this.host = host;
        this.excluded = excluded;
        this.timeIsUp = timeIsUp;
        this.programs = Programs.of(host, timeIsUp);
        this.pm2 = Pm2.of(host, programs, homes());
    }

    public Programs programs() {
        return programs;
    }

    public Pm2 pm2() {
        return pm2;
    }

    /** Every user's home, also of users that only a directory service knows, and the homes that programs run with. */
    public Set<String> homes() {
        Set<String> homes = new LinkedHashSet<>(host.users().homes());
        homes.add(ROOT_HOME);
        if (host.files().list(HOMES) instanceof Listing.Entries entries) {
            entries.entries().forEach(entry -> homes.add(HostFiles.join(HOMES, entry.name())));
        }
        programs.programs().forEach(program -> homes.add(program.choice().home()));
        return homes;
    }

    /** Whether all homes could be found; if not, the ledger says why. */
    public void examineHomes(Ledger ledger) {
        if (host.passwd() instanceof Reading.Unreadable passwd) {
            ledger.unreadable(passwd.path(), passwd.reason());
        }
        if (host.files().list(HOMES) instanceof Listing.Unreadable homes) {
            ledger.unreadable(homes.path(), homes.reason());
        }
    }

    /** A text file that exists, is not excluded and could be read; the ledger has counted it, or says why it could not be. */
    public Optional<Reading.Text> read(String path, Ledger ledger) {
        if (excluded.matches(path) || isOver(path, ledger)) {
            return Optional.empty();
        }
        Reading reading = host.files().read(path);
        if (reading instanceof Reading.Text text && !excluded.matches(text.realPath())) {
            files++;
            ledger.examined(1);
            return Optional.of(text);
        }
        if (reading instanceof Reading.Binary) {
            files++;
            ledger.examined(1);
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            ledger.unreadable(path, unreadable.reason());
        }
        return Optional.empty();
    }

    /** The entries of a folder; none when it does not exist or cannot be read, which the ledger then says. */
    public List<Listing.Entry> list(String path, Ledger ledger) {
        if (excluded.matches(path) || isOver(path, ledger)) {
            return List.of();
        }
        Listing listing = host.files().list(path);
        if (listing instanceof Listing.Unreadable unreadable) {
            ledger.unreadable(path, unreadable.reason());
        }
        if (listing instanceof Listing.Entries entries) {
            if (!entries.complete()) {
                ledger.unreadable(path, "too many entries");
            }
            return entries.entries();
        }
        return List.of();
    }

    /** Whether the configuration says never to look there. */
    public boolean isExcluded(String path) {
        return excluded.matches(path);
    }

    public boolean isDirectory(String path) {
        return host.files().isDirectory(path);
    }

    /** The path without links; as it is when nothing is there. */
    public String realPath(String path) {
        return host.files().realPath(path).orElse(path);
    }

    private boolean isOver(String path, Ledger ledger) {
        boolean over = files >= MAX_FILES || timeIsUp.getAsBoolean();
        if (over) {
            ledger.unreadable(path, files >= MAX_FILES ? "more than " + MAX_FILES + " files" : "out of time");
        }
        return over;
    }
}

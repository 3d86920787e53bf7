package io.rolemeter.publish.report;

import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;

/** The keys that lie on the host, and what could not be looked at. */
public final class KeysText {
    private static final String NOT_KNOWN = "-";

    private KeysText() {}

    /** What {@code scan} prints; ends in a line break. */
    public static String write(KeysFact fact, Screen screen) {
        Page page = new Page(screen);
        write(page, fact);
        return page.toString().stripLeading();
    }

    static void write(Page page, KeysFact fact) {
        page.heading("Keys");
        int examined = fact.examined();
        if (fact.keys().isEmpty()) {
            page.line("  none in " + examined + " files and processes");
        } else {
            page.table(keys(fact));
        }
        int unreadable = fact.unreadable();
        if (!fact.complete()) {
            page.heading("Could not be read: " + unreadable);
            page.table(unreadable(fact));
        }
    }

    private static Table keys(KeysFact fact) {
        Table table = new Table("PLACE", "EXPOSURE", "WHERE", "KEY ID", "ACCOUNT", "OWNER", "MODE", "PROGRAM", "NOTE");
        for (FoundKey key : fact.keys()) {
            table.row(
                    key.place().label(),
                    key.exposure().label(),
                    key.location().toString(),
                    key.keyId().masked(),
                    key.keyId().accountId().orElse(NOT_KNOWN),
                    key.location().owner().orElse(NOT_KNOWN),
                    key.location().mode().orElse(NOT_KNOWN),
                    key.program().orElse(NOT_KNOWN),
                    key.note().orElse(key.secretPresent() ? "" : "without its secret"));
        }
        return table;
    }

    private static Table unreadable(KeysFact fact) {
        Table table = new Table("PLACE", "PATH", "REASON");
        for (PlaceScan scan : fact.places()) {
            for (Unreadable example : scan.examples()) {
                table.row(scan.place().label(), example.path(), example.reason());
            }
            int more = scan.unreadable() - scan.examples().size();
            if (more > 0) {
                table.row(scan.place().label(), "and " + more + " more", "");
            }
        }
        return table;
    }
}

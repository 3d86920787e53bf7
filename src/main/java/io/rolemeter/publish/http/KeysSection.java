package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.PlaceScan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The keys that lie on the host, and what could not be looked at. */
final class KeysSection {
    private KeysSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "Keys on this host");
        diagnosis
                .facts()
                .keys()
                .ifPresentOrElse(
                        fact -> write(page, fact), () -> page.element("p", "Not looked for yet.", "class", "nothing"));
        page.close();
    }

    private static void write(Markup page, KeysFact fact) {
        if (fact.keys().isEmpty()) {
            page.element("p", "None found.", "class", "nothing");
        } else {
            writeKeys(page, fact);
        }
        int examined = fact.examined();
        int unreadable = fact.unreadable();
        page.element(
                "p",
                examined + " files and processes were read; " + (unreadable == 0 ? "none" : unreadable)
                        + " could not be.",
                "class",
                unreadable == 0 ? "note" : "note blind");
        if (unreadable > 0) {
            writeUnreadable(page, fact);
        }
    }

    private static void writeKeys(Markup page, KeysFact fact) {
        DataTable table = DataTable.open(page, "keys", "Exposure", "Where", "Key id", "Remarks");
        fact.keys().stream()
                .sorted(Comparator.comparing(FoundKey::exposure))
                .forEach(key -> table.row(
                        key.exposure().label(),
                        Cell.of(key.exposure().label()),
                        Cell.of(key.location().toString(), key.place().label(), owner(key)),
                        Cell.of(
                                key.keyId().masked(),
                                key.keyId()
                                        .accountId()
                                        .map(account -> "account " + account)
                                        .orElse("")),
                        Cell.of(remarks(key))));
        table.close();
    }

    private static String remarks(FoundKey key) {
        List<String> remarks = new ArrayList<>();
        key.program().ifPresent(program -> remarks.add("used by " + program));
        if (!key.secretPresent()) {
            remarks.add("without its secret");
        }
        key.note().ifPresent(remarks::add);
        return String.join("; ", remarks);
    }

    private static String owner(FoundKey key) {
        String mode = key.location().mode().map(digits -> ", mode " + digits).orElse("");
        return key.location().owner().map(name -> "owner " + name).orElse("") + mode;
    }

    private static void writeUnreadable(Markup page, KeysFact fact) {
        DataTable table = DataTable.open(page, "unread", "Not read", "Reason");
        for (PlaceScan scan : fact.places()) {
            scan.examples()
                    .forEach(example -> table.row(
                            "", Cell.of(example.path(), example.place().label()), Cell.of(example.reason())));
            int more = scan.unreadable() - scan.examples().size();
            if (more > 0) {
                table.row("", Cell.of("and " + more + " more", scan.place().label()), Cell.of(""));
            }
        }
        table.close();
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.OtherRoot;
import io.rolemeter.collect.host.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that share a root which is not the host's: those of a container, or those that {@code chroot} was called for. Their paths
 * lead to its files, and never to the host's.
 *
 * @param root what they have for {@code /}
 * @param files empty when they cannot be entered from here
 * @param programs at least one
 */
public record Container(OtherRoot root, Optional<HostFiles> files, List<Program> programs) {
    /** Those whose files can be looked at; of the others the ledger says that they cannot. */
    public static List<Container> examined(Survey survey, Ledger ledger) {
        List<Container> open = new ArrayList<>();
        for (Container container : survey.programs().containers()) {
            String path = container.root.path();
            if (container.files.isPresent()) {
                open.add(container);
            } else if (!survey.isExcluded(path)) {
                ledger.unreadable(path, "files of a container, cannot be entered");
            }
        }
        return open;
    }

    /** The paths, inside, of the folders that its programs work in or were started from. */
    public Set<String> folders() {
        Set<String> folders = new LinkedHashSet<>();
        for (Program program : programs) {
            folders.addAll(program.folders());
        }
        return folders;
    }

    /** What a reader of a report is told of it. */
    public Optional<String> note() {
        return root.container().map(id -> "container " + id);
    }

    /** A text file by its path inside; it has the path that leads to it from outside. */
    public Optional<Reading.Text> read(String path, Survey survey, Ledger ledger) {
        return survey.read(outside(path), outside -> reading(path), ledger);
    }

    /** The entries of a folder, by its path inside. */
    public List<Listing.Entry> list(String path, Survey survey, Ledger ledger) {
        return survey.list(
                outside(path),
                outside -> files.<Listing>map(seen -> seen.list(path)).orElseGet(() -> new Listing.Missing(path)),
                ledger);
    }

    private Reading reading(String path) {
        Reading reading = files.<Reading>map(seen -> seen.read(path)).orElseGet(() -> new Reading.Missing(path));
        return reading instanceof Reading.Text text
                ? new Reading.Text(outside(path), outside(text.realPath()), text.content(), text.owner(), text.mode())
                : reading;
    }

    /** Where a person finds a path of it on the host. */
    private String outside(String path) {
        return path.equals("/") ? root.path() : root.path() + path;
    }
}

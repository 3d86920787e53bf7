package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.model.SafeText;
import java.util.Optional;

/**
 * The words of a command line that stand where a path does.
 *
 * @param directory what relative ones begin at
 * @param files those that the process sees; empty when they cannot be seen from here
 */
record WrittenPaths(String directory, Optional<HostFiles> files) {
    String absolute(String word) {
        return word.startsWith("/") ? word : ProcessView.join(directory, word);
    }

    boolean exists(String word) {
        return files.flatMap(seen -> seen.realPath(absolute(word))).isPresent();
    }

    /** The text of a file; empty where it is not there or cannot be read. */
    Optional<String> text(String word) {
        return files.map(seen -> seen.read(absolute(word)))
                .filter(Reading.Text.class::isInstance)
                .map(reading -> ((Reading.Text) reading).content());
    }

    /**
     * Whether its last part may be shown. A secret has slashes too, and what follows the last of them is too short for any mask
     * to know: a word that could hold one is a path only where there is such a file.
     */
    boolean nameable(String word) {
        boolean harmless = SafeText.of(word).equals(word) && !word.contains("arn:");
        return harmless || exists(word);
    }
}

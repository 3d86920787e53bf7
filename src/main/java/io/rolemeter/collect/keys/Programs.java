package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The running programs. Each environment is read once, searched, and dropped.
 *
 * @param programs those that see the host's files, so that their paths are the host's
 * @param containers the others
 * @param controlGroups the names of the groups that processes are in, those of units among them
 * @param examined how many environments were read
 * @param unlisted what of {@code /proc} could not be read or not searched whole, so that there may be more programs and keys
 * @param closed environments that could not be read, or not searched whole; their programs are known, in the first case with what a
 *     login would give them
 */
public record Programs(
        List<Program> programs,
        List<Container> containers,
        Set<String> controlGroups,
        int examined,
        List<Reading.Unreadable> unlisted,
        List<Reading.Unreadable> closed) {
    static Programs of(Host host, BooleanSupplier timeIsUp) {
        return new ProgramSearch(host, timeIsUp).programs();
    }

    /** Those in containers too. */
    public List<Program> everywhere() {
        List<Program> all = new ArrayList<>(programs);
        containers.forEach(container -> all.addAll(container.programs()));
        return all;
    }

    /** Whether a program that sees the host's files runs whose name begins with one of these. */
    public boolean runs(Collection<String> names) {
        return programs.stream().anyMatch(program -> names.stream().anyMatch(program.name()::startsWith));
    }
}

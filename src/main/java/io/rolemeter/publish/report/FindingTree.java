package io.rolemeter.publish.report;

import io.rolemeter.model.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A finding, and those that go away with it.
 *
 * @param effects in the order of the diagnosis
 */
public record FindingTree(Finding finding, List<FindingTree> effects) {
    /**
     * The root causes, the worst first, else in the order of the diagnosis. A finding stands under the cause that it names; where it names
     * only a code, under the one with its own subject, or else under the first of that code; one whose cause is not there, or whose causes run in a circle, is a root: none is lost.
     */
    public static List<FindingTree> of(List<Finding> findings) {
        List<Finding> all = findings.stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
        List<Finding> unplaced = new ArrayList<>(all);
        List<FindingTree> roots = new ArrayList<>();
        for (Finding finding : all) {
            if (causeOf(finding, all).isEmpty()) {
                roots.add(take(finding, all, unplaced));
            }
        }
        while (!unplaced.isEmpty()) {
            roots.add(take(unplaced.get(0), all, unplaced));
        }
        return roots;
    }

    private static FindingTree take(Finding finding, List<Finding> all, List<Finding> unplaced) {
        unplaced.remove(finding);
        List<FindingTree> effects = new ArrayList<>();
        for (Finding effect : all) {
            boolean follows = causeOf(effect, all).filter(finding::equals).isPresent();
            if (follows && unplaced.contains(effect)) {
                effects.add(take(effect, all, unplaced));
            }
        }
        return new FindingTree(finding, List.copyOf(effects));
    }

    private static Optional<Finding> causeOf(Finding finding, List<Finding> all) {
        List<Finding> causes = all.stream()
                .filter(other -> finding.causedBy().filter(other.code()::equals).isPresent())
                .filter(other -> !other.isAbout(finding))
                .filter(other ->
                        finding.causeSubject().map(other.subject()::equals).orElse(true))
                .toList();
        return causes.stream()
                .filter(cause -> cause.subject().equals(finding.subject()))
                .findFirst()
                .or(() -> causes.stream().findFirst());
    }
}

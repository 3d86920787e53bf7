package io.rolemeter.publish.report;

import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A root cause as a person is shown it. Where many places cannot be looked at for want of one and the same right, the first of them tells
 * what to do, and the others only where.
 *
 * @param alike blind in the same way; nothing follows from them
 */
public record FindingCard(FindingTree tree, List<Finding> alike) {
    /** In the order of the root causes, each of which is on one card. */
    public static List<FindingCard> of(List<FindingTree> roots) {
        Map<Object, FindingCard> cards = new LinkedHashMap<>();
        for (FindingTree root : roots) {
            Finding finding = root.finding();
            boolean alone = finding.code() != FindingCode.BLIND
                    || finding.remedy().isEmpty()
                    || !root.effects().isEmpty();
            FindingCard known =
                    cards.putIfAbsent(alone ? root : finding.remedy(), new FindingCard(root, new ArrayList<>()));
            if (known != null) {
                known.alike().add(finding);
            }
        }
        return List.copyOf(cards.values());
    }

    /** What one of those alike is about, in a line. */
    public static String line(Finding alike) {
        return alike.subject() + ": " + String.join("; ", alike.evidence());
    }
}

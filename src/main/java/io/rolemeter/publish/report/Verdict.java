package io.rolemeter.publish.report;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Status;
import io.rolemeter.publish.HostText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The diagnosis in one line.
 *
 * @param sentence names the worst root cause, or who this host is when nothing is wrong
 * @param since when the status became what it is; empty when that was only just now
 */
public record Verdict(Status status, String sentence, Optional<Instant> since) {
    private static final int MAX_SENTENCE = 600;

    public static Verdict of(Diagnosis diagnosis) {
        Optional<Finding> worst = worstOf(diagnosis);
        String sentence = worst.map(FindingWords::headline).orElseGet(() -> withoutFindings(diagnosis));
        return new Verdict(diagnosis.status(), HostText.line(sentence, MAX_SENTENCE), since(diagnosis));
    }

    private static Optional<Finding> worstOf(Diagnosis diagnosis) {
        List<FindingTree> roots = FindingTree.of(diagnosis.findings());
        return roots.stream().findFirst().map(FindingTree::finding);
    }

    private static Optional<Instant> since(Diagnosis diagnosis) {
        return Optional.of(diagnosis.statusSince()).filter(since -> since.isBefore(diagnosis.at()));
    }

    private static String withoutFindings(Diagnosis diagnosis) {
        Optional<RoleFact> role = diagnosis.facts().role();
        if (diagnosis.status() == Status.UNKNOWN) {
            return role.map(RoleFact::detail).orElse("nothing has been looked at yet");
        }
        return role.flatMap(RoleFact::session)
                .map(RoleSession::role)
                .map(name -> "this host is " + name + ", and nothing stands in its way")
                .orElse("nothing is wrong");
    }
}

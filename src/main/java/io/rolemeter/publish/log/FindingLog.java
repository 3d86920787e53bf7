package io.rolemeter.publish.log;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Severity;
import io.rolemeter.publish.Publisher;
import java.util.List;

/** Logs what has changed from one diagnosis to the next. */
public final class FindingLog implements Publisher {
    private static final System.Logger LOG = System.getLogger(FindingLog.class.getName());

    private List<Finding> shown = List.of();

    @Override
    public void publish(Diagnosis diagnosis) {
        for (Finding finding : diagnosis.findings()) {
            if (shown.stream().noneMatch(finding::isAbout)) {
                LOG.log(level(finding), "appeared: " + text(finding));
            }
        }
        for (Finding finding : shown) {
            if (diagnosis.findings().stream().noneMatch(finding::isAbout)) {
                LOG.log(System.Logger.Level.INFO, "cleared: " + text(finding));
            }
        }
        shown = diagnosis.findings();
    }

    private static System.Logger.Level level(Finding finding) {
        return finding.severity() == Severity.CRITICAL ? System.Logger.Level.ERROR : System.Logger.Level.WARNING;
    }

    private static String text(Finding finding) {
        String evidence =
                finding.evidence().isEmpty() ? "" : ": " + finding.evidence().get(0);
        return SafeText.of(finding.code().label() + " " + finding.subject() + evidence);
    }
}

package io.rolemeter.diagnose;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Migration;
import io.rolemeter.publish.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

class ReportedHostsTest {
    @Test
    void everySentenceAboutEveryHostIsAsItWasRead() throws IOException {
        StringBuilder text = new StringBuilder();
        RulesTest.hosts().map(ReportedHostsTest::report).forEach(text::append);

        Golden.compare(text.toString(), "hosts.txt");
    }

    private static String report(Arguments host) {
        Object[] values = host.get();
        Diagnosis diagnosis = Rules.diagnose((Facts) values[1], SeenHost.NOW);
        StringBuilder text = new StringBuilder();
        text.append("# ").append(values[0]).append('\n');
        for (Finding finding : diagnosis.findings()) {
            text.append(finding.severity().label())
                    .append(' ')
                    .append(finding.code().label())
                    .append(' ')
                    .append(finding.subject())
                    .append('\n');
            finding.evidence()
                    .forEach(sentence -> text.append("    ").append(sentence).append('\n'));
            finding.remedy()
                    .forEach(sentence -> text.append("    > ").append(sentence).append('\n'));
        }
        Migration migration = diagnosis.migration();
        text.append(migration.phase().label())
                .append(migration.keysSafeToDelete() ? ", safe: " : ", not safe: ")
                .append(String.join("; ", migration.because()))
                .append("\n\n");
        return text.toString();
    }
}

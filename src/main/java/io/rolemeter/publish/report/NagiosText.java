package io.rolemeter.publish.report;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Times;
import io.rolemeter.publish.HostText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The diagnosis as a Nagios plug-in says it: a status line with {@linkplain NagiosNumbers numbers} behind a bar, then the root
 * causes with evidence and what to do. No more than {@value #MAX_BYTES} bytes: what is longer is cut by the servers, each at its own place.
 *
 * <pre>
 * ROLEMETER CRITICAL: a static key shadows the role: pm2:api uses AKIA************3JXF | 'expires'=8000s;900:;300: …
 * CRITICAL a static key shadows the role: pm2:api, since 2026-11-20 08:00:00 UTC
 * pm2:api uses AKIA************3JXF instead of backend-role
 * - Remove the two lines of the key from /srv/app/.env.production.
 * </pre>
 */
public final class NagiosText {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_SUMMARY = 200;
    private static final int MAX_LINE = 500;
    private static final String MORE = "… more: rolemeter check";

    private NagiosText() {}

    /** Ends in a line break; no text from the host can bring a bar or a line break of its own. */
    public static String write(Diagnosis diagnosis) {
        Verdict verdict = Verdict.of(diagnosis);
        StringBuilder text = new StringBuilder("ROLEMETER ")
                .append(verdict.status().label().toUpperCase(Locale.ROOT))
                .append(": ")
                .append(line(verdict.sentence(), MAX_SUMMARY))
                .append(" | ")
                .append(NagiosNumbers.write(diagnosis))
                .append('\n');
        int left = MAX_BYTES - bytes(text) - bytes(MORE) - 1;
        for (String line : details(diagnosis)) {
            left -= bytes(line) + 1;
            if (left < 0) {
                return text.append(MORE).append('\n').toString();
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static List<String> details(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        for (FindingTree root : FindingTree.of(diagnosis.findings())) {
            Finding finding = root.finding();
            lines.add(line(
                    finding.severity().label().toUpperCase(Locale.ROOT) + " " + FindingWords.of(finding.code()) + ": "
                            + finding.subject() + ", since " + Times.moment(finding.since()),
                    MAX_LINE));
            finding.evidence().forEach(sentence -> lines.add(line(sentence, MAX_LINE)));
            finding.remedy().forEach(step -> lines.add(line("- " + step, MAX_LINE)));
        }
        return lines;
    }

    /** A bar ends the text for a person, and there is no way to write one; a backtick is left out, for a shell may see it next. */
    private static String line(String text, int limit) {
        return HostText.line(text, limit).replace('|', '¦').replace("`", "");
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}

package io.rolemeter.publish.report;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Migration;
import io.rolemeter.model.Times;
import java.util.List;
import java.util.Locale;

/** What is wrong, root causes first, with what follows from each indented under it; and how far the migration is. */
final class FindingsText {
    private static final String INDENT = "  ";

    private FindingsText() {}

    static void write(Page page, Diagnosis diagnosis) {
        List<FindingCard> cards = FindingCard.of(FindingTree.of(diagnosis.findings()));
        if (!cards.isEmpty()) {
            page.heading("Findings");
            write(page, cards.get(0));
            for (FindingCard card : cards.subList(1, cards.size())) {
                page.line("");
                write(page, card);
            }
        }
        Migration migration = diagnosis.migration();
        page.heading("Migration");
        page.sentence(
                INDENT,
                migration.phase().label() + ", static keys "
                        + (migration.keysSafeToDelete() ? "are safe to delete" : "are not yet safe to delete"));
        migration.because().forEach(reason -> page.sentence(INDENT, Colour.FAINT, "because ", reason));
    }

    private static void write(Page page, FindingCard card) {
        write(page, card.tree(), INDENT);
        card.alike().forEach(other -> page.sentence(INDENT + "    ", Colour.FAINT, "also ", FindingCard.line(other)));
    }

    private static void write(Page page, FindingTree tree, String indent) {
        Finding finding = tree.finding();
        String inner = indent + "    ";
        String severity = finding.severity().label().toUpperCase(Locale.ROOT);
        String what = FindingWords.of(finding.code()) + ": " + Page.safe(finding.subject());
        String which = "[" + finding.code().label() + " since " + Times.moment(finding.since()) + "]";
        if (page.fits(indent.length() + severity.length() + what.length() + 2 * INDENT.length() + which.length())) {
            page.line(indent
                    + page.painted(Colour.of(finding.severity()), severity)
                    + INDENT
                    + what
                    + page.painted(Colour.FAINT, INDENT + which));
        } else {
            page.sentence(indent, Colour.of(finding.severity()), severity + INDENT, what);
            page.line(inner + page.painted(Colour.FAINT, which));
        }
        finding.evidence().forEach(sentence -> page.sentence(inner, sentence));
        int step = 1;
        for (String sentence : finding.remedy()) {
            page.sentence(inner, Colour.BOLD, step + ". ", sentence);
            step++;
        }
        tree.effects().forEach(effect -> writeEffect(page, effect, inner));
    }

    /** In one sentence: whoever mends the cause mends this. */
    private static void writeEffect(Page page, FindingTree tree, String indent) {
        Finding finding = tree.finding();
        String particulars = finding.evidence().stream()
                .findFirst()
                .map(first -> ", " + first)
                .orElse("");
        page.sentence(
                indent,
                Colour.FAINT,
                "hence ",
                FindingWords.of(finding.code()) + ": " + finding.subject() + particulars + "  ["
                        + finding.code().label() + "]");
        tree.effects().forEach(effect -> writeEffect(page, effect, indent + INDENT));
    }
}

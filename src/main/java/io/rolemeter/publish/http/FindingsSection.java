package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import io.rolemeter.model.Times;
import io.rolemeter.publish.report.FindingCard;
import io.rolemeter.publish.report.FindingTree;
import io.rolemeter.publish.report.FindingWords;
import io.rolemeter.publish.report.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong and what to do about it: root causes first, and under each what goes away with it. */
final class FindingsSection {
    private FindingsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        List<FindingTree> roots = FindingTree.of(diagnosis.findings());
        page.open("section").open("h2").text("What is wrong");
        if (!roots.isEmpty()) {
            page.element("small", counts(roots));
        }
        page.close();
        if (roots.isEmpty()) {
            String none = diagnosis.status() == Status.UNKNOWN ? "Nothing that is known so far." : "Nothing.";
            page.element("p", none, "class", "nothing");
        }
        FindingCard.of(roots).forEach(card -> write(page, card, diagnosis.at()));
        page.close();
    }

    /** As in {@code 2 critical, 1 warning}. */
    private static String counts(List<FindingTree> roots) {
        long critical = count(roots, Severity.CRITICAL);
        long warnings = count(roots, Severity.WARNING);
        return Stream.of(
                        critical == 0 ? "" : critical + " critical",
                        warnings == 0 ? "" : warnings + (warnings == 1 ? " warning" : " warnings"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static long count(List<FindingTree> roots, Severity severity) {
        return roots.stream()
                .filter(root -> root.finding().severity() == severity)
                .count();
    }

    private static void write(Markup page, FindingCard card, Instant now) {
        Finding finding = card.tree().finding();
        page.open("article", "class", "finding " + finding.severity().label())
                .open("h3")
                .element("span", finding.severity().label(), "class", "badge")
                .element("span", FindingWords.of(finding.code()), "class", "what")
                .close()
                .open("p", "class", "about")
                .element("b", finding.subject())
                .element("span", "since " + Times.when(finding.since(), now))
                .element("code", finding.code().label())
                .close();
        page.open("div", "class", "pair");
        writeEvidence(page, finding);
        writeRemedy(page, finding);
        writeAlike(page, card.alike());
        writeEffects(page, card.tree().effects());
        page.close().close();
    }

    /** Each with what is particular about it. */
    private static void writeAlike(Markup page, List<Finding> alike) {
        if (!alike.isEmpty()) {
            page.open("div").element("h4", "The same for").open("ul", "class", "effects");
            alike.forEach(other -> page.element("li", FindingCard.line(other)));
            page.close().close();
        }
    }

    private static void writeEffects(Markup page, List<FindingTree> effects) {
        if (!effects.isEmpty()) {
            page.open("div").element("h4", "Goes away with it").open("ul", "class", "effects");
            effects.forEach(effect -> writeEffect(page, effect));
            page.close().close();
        }
    }

    private static void writeEvidence(Markup page, Finding finding) {
        page.open("div").element("h4", "What was seen").open("ul", "class", "evidence");
        finding.evidence().forEach(sentence -> page.element("li", sentence));
        page.close().close();
    }

    private static void writeRemedy(Markup page, Finding finding) {
        if (finding.remedy().isEmpty()) {
            return;
        }
        page.open("div", "class", "remedy").element("h4", "What to do").open("ol");
        for (String step : finding.remedy()) {
            page.open("li");
            for (Phrase phrase : Phrase.of(step)) {
                if (phrase.command()) {
                    page.inline("code", phrase.words(), "class", "command");
                } else {
                    page.text(phrase.words());
                }
            }
            page.close();
        }
        page.close().close();
    }

    /** In one line: whoever mends the cause mends this. */
    private static void writeEffect(Markup page, FindingTree tree) {
        Finding finding = tree.finding();
        page.open("li")
                .text(FindingWords.of(finding.code()) + ": ")
                .element("b", finding.subject())
                .text(" ")
                .element("code", finding.code().label());
        if (!tree.effects().isEmpty()) {
            page.open("ul");
            tree.effects().forEach(effect -> writeEffect(page, effect));
            page.close();
        }
        page.close();
    }
}

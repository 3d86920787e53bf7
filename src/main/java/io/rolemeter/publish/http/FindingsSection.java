package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Migration;
import io.rolemeter.model.Status;
import io.rolemeter.model.Times;
import io.rolemeter.publish.report.FindingTree;
import io.rolemeter.publish.report.FindingWords;
import java.time.Duration;
import java.util.List;

/** What is wrong and what to do about it, root causes first; and how far the migration is. */
final class FindingsSection {
    private FindingsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        List<FindingTree> roots = FindingTree.of(diagnosis.findings());
        page.open("section").element("h2", "Findings");
        if (roots.isEmpty()) {
            String none = diagnosis.status() == Status.UNKNOWN ? "None so far." : "None.";
            page.element("p", none, "class", "nothing");
        }
        roots.forEach(root -> write(page, root, diagnosis));
        writeMigration(page, diagnosis.migration());
        page.close();
    }

    private static void write(Markup page, FindingTree tree, Diagnosis diagnosis) {
        Finding finding = tree.finding();
        page.open("article", "class", "finding " + finding.severity().label())
                .open("h3")
                .element("span", finding.severity().label(), "class", "badge")
                .element("span", FindingWords.of(finding.code()), "class", "what")
                .close()
                .open("p", "class", "about")
                .element("b", finding.subject())
                .element("code", finding.code().label())
                .element("span", "for " + Times.span(Duration.between(finding.since(), diagnosis.at())))
                .close();
        finding.evidence().forEach(sentence -> page.element("p", sentence));
        if (!finding.remedy().isEmpty()) {
            page.element("h4", "What to do").open("ol");
            finding.remedy().forEach(step -> page.element("li", step));
            page.close();
        }
        if (!tree.effects().isEmpty()) {
            page.element("h4", "Goes away with it").open("ul");
            tree.effects().forEach(effect -> writeEffect(page, effect));
            page.close();
        }
        page.close();
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

    private static void writeMigration(Markup page, Migration migration) {
        page.open("div", "class", "migration")
                .open("p")
                .text("Migration to the role: ")
                .element("code", migration.phase().label())
                .text(
                        migration.keysSafeToDelete()
                                ? "The static keys are safe to delete."
                                : "The static keys are not yet safe to delete.")
                .close();
        if (!migration.because().isEmpty()) {
            page.open("ul");
            migration.because().forEach(reason -> page.element("li", reason));
            page.close();
        }
        page.close();
    }
}

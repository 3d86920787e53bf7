package io.rolemeter.publish.report;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Times;
import java.util.Locale;

/**
 * The diagnosis for a person at a terminal: the verdict on the first line, what is wrong and what to do about it, and
 * then what was seen.
 */
public final class StatusText {
    private final Screen screen;

    public StatusText(Screen screen) {
        this.screen = screen;
    }

    /** Ends in a line break. Whatever comes from the host has been made harmless to a terminal. */
    public String write(Diagnosis diagnosis) {
        Page page = new Page(screen);
        Verdict verdict = Verdict.of(diagnosis);
        String status = verdict.status().label().toUpperCase(Locale.ROOT);
        page.sentence("", Colour.of(verdict.status()), status + "  ", verdict.sentence());
        FindingsText.write(page, diagnosis);
        IdentityText.write(page, diagnosis);
        diagnosis.facts().workloads().ifPresent(fact -> WorkloadsText.write(page, fact));
        diagnosis.facts().keys().ifPresent(fact -> KeysText.write(page, fact));
        diagnosis.facts().logs().ifPresent(fact -> LogsText.write(page, fact));
        RunsText.write(page, diagnosis);
        page.line("");
        page.line(page.painted(Colour.FAINT, "checked at " + Times.moment(diagnosis.at())));
        return page.toString();
    }
}

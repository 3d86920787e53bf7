package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RotationRhythm;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The life of the role's credentials as a bar from issue to expiry: how much of it is spent, and when this host's credentials are
 * usually replaced. Drawn with attributes of SVG only, which need no style of their own.
 */
final class CredentialLife {
    private static final double WHOLE = 100;
    private static final double NEAR_AN_END = 12;

    private final Markup page;
    private final RoleSession session;
    private final Instant now;
    private final Optional<RotationRhythm> rhythm;

    private CredentialLife(Markup page, RoleSession session, Diagnosis diagnosis) {
        this.page = page;
        this.session = session;
        this.now = diagnosis.at();
        this.rhythm = diagnosis.facts().past().rhythm();
    }

    static void write(Markup page, RoleSession session, Diagnosis diagnosis) {
        new CredentialLife(page, session, diagnosis).write(diagnosis.facts().expectations());
    }

    private void write(Expectations expectations) {
        Duration left = Duration.between(now, session.expiresAt());
        Duration whole = Duration.between(session.issuedAt(), session.expiresAt());
        String sentence = left.isNegative() || left.isZero()
                ? "Ended " + Times.relative(session.expiresAt(), now)
                : Times.span(left) + " left of " + Times.span(whole);
        page.open("figure", "class", "life " + urgency(left, expectations))
                .element("figcaption", sentence)
                .open("svg", "class", "bar", "role", "img", "aria-label", sentence);
        double spent = place(now);
        bar("left", 0, WHOLE);
        bar("spent", 0, spent);
        rhythm.ifPresent(learned -> bar("renewal", place(learned.renewal(session)), place(learned.overdue(session))));
        page.element("rect", "", "class", "now", "x", percent(spent), "y", "14", "width", "2", "height", "26");
        label("now", spent, 10);
        rhythm.ifPresent(learned -> label("usual renewal", place(learned.renewal(session)), 54));
        page.close().open("div", "class", "ends");
        end("Issued", session.issuedAt());
        rhythm.ifPresent(this::writeRhythm);
        end("Ends", session.expiresAt());
        page.close().close();
    }

    private void end(String word, Instant at) {
        page.open("p")
                .text(word + " ")
                .element("b", Times.relative(at, now))
                .element("span", Times.moment(at))
                .close();
    }

    private void writeRhythm(RotationRhythm learned) {
        Instant renewal = learned.renewal(session);
        page.open("p")
                .text("Usually renewed " + Times.span(learned.beforeExpiry())
                        + (learned.beforeExpiry().isNegative() ? " after" : " before") + " the end, so ")
                .element("b", Times.relative(renewal, now))
                .element("span", "seen " + learned.seen() + " times on this host")
                .close();
    }

    private void bar(String cssClass, double from, double to) {
        page.element(
                "rect",
                "",
                "class",
                cssClass,
                "x",
                percent(from),
                "y",
                "18",
                "width",
                percent(Math.max(0, to - from)),
                "height",
                "18");
    }

    /** Within the picture, however near it is to an end. */
    private void label(String words, double at, int y) {
        String anchor = at < NEAR_AN_END ? "start" : at > WHOLE - NEAR_AN_END ? "end" : "middle";
        page.element("text", words, "x", percent(at), "y", Integer.toString(y), "text-anchor", anchor);
    }

    /** Where a moment is between issue and expiry, in percent. */
    private double place(Instant moment) {
        double whole = Math.max(
                1, Duration.between(session.issuedAt(), session.expiresAt()).toSeconds());
        double part = Duration.between(session.issuedAt(), moment).toSeconds();
        return WHOLE * Math.min(1, Math.max(0, part / whole));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String urgency(Duration left, Expectations expectations) {
        if (left.compareTo(expectations.expiryCritical()) <= 0) {
            return "critical";
        }
        return left.compareTo(expectations.expiryWarning()) <= 0 ? "warning" : "ok";
    }
}

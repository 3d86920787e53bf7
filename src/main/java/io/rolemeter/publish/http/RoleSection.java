package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;

/** The role of the instance, and how much of the life of its credentials is left. */
final class RoleSection {
    private static final int LENGTH = 1000;

    private RoleSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "Role");
        diagnosis
                .facts()
                .role()
                .ifPresentOrElse(
                        fact -> write(page, fact, diagnosis),
                        () -> page.element("p", "Not looked at yet.", "class", "nothing"));
        page.close();
    }

    private static void write(Markup page, RoleFact fact, Diagnosis diagnosis) {
        page.open("p")
                .element(
                        "span",
                        fact.state().label(),
                        "class",
                        "badge " + fact.state().label())
                .text(" " + fact.detail())
                .close();
        fact.session().ifPresent(session -> writeLife(page, session, diagnosis));
        page.open("dl");
        fact.session().ifPresent(session -> {
            term(page, "Role", session.role());
            term(page, "Key id", session.keyId().masked());
        });
        fact.profile().ifPresent(profile -> writeProfile(page, profile));
        fact.identity().ifPresent(identity -> term(page, "Zone", identity.availabilityZone()));
        term(page, "Rotations seen", Long.toString(fact.imds().rotations()));
        page.close();
    }

    private static void writeProfile(Markup page, InstanceProfile profile) {
        term(page, "Profile", profile.arn());
        term(page, "Profile id", profile.id());
    }

    private static void term(Markup page, String term, String value) {
        page.open("div").element("dt", term).element("dd", value).close();
    }

    private static void writeLife(Markup page, RoleSession session, Diagnosis diagnosis) {
        Instant now = diagnosis.at();
        Duration left = Duration.between(now, session.expiresAt());
        Duration whole = Duration.between(session.issuedAt(), session.expiresAt());
        String sentence = left.isNegative()
                ? "expired " + Times.relative(session.expiresAt(), now)
                : Times.span(left) + " left of " + Times.span(whole);
        int spent = position(Duration.between(session.issuedAt(), now), whole);
        page.open("figure", "class", "life " + urgency(left, diagnosis.facts().expectations()))
                .element("figcaption", sentence)
                .open(
                        "svg",
                        "viewBox",
                        "0 0 1000 20",
                        "preserveAspectRatio",
                        "none",
                        "role",
                        "img",
                        "aria-label",
                        sentence)
                .element("rect", "", "class", "whole", "width", "1000", "height", "20")
                .element("rect", "", "class", "spent", "width", Integer.toString(spent), "height", "20")
                .element("rect", "", "class", "now", "x", Integer.toString(spent), "width", "4", "height", "20")
                .close()
                .open("p", "class", "ends")
                .element("span", "issued " + Times.moment(session.issuedAt()))
                .element("span", "expires " + Times.moment(session.expiresAt()))
                .close()
                .close();
    }

    /** Where a part of the whole ends, from 0 to {@value #LENGTH}. */
    private static int position(Duration part, Duration whole) {
        if (whole.isZero() || whole.isNegative()) {
            return LENGTH;
        }
        double share = (double) part.toSeconds() / Math.max(1, whole.toSeconds());
        return (int) Math.round(LENGTH * Math.min(1, Math.max(0, share)));
    }

    private static String urgency(Duration left, Expectations expectations) {
        if (left.compareTo(expectations.expiryCritical()) <= 0) {
            return "critical";
        }
        return left.compareTo(expectations.expiryWarning()) <= 0 ? "warning" : "ok";
    }
}

package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Status;
import io.rolemeter.model.Times;
import io.rolemeter.publish.report.Verdict;
import java.time.Instant;
import java.util.Locale;

/** The verdict in one sentence; since when, until when the credentials work, and which host this is. */
final class VerdictBanner {
    private VerdictBanner() {}

    static void write(Markup page, Diagnosis diagnosis, Verdict verdict, String host) {
        page.open("header", "class", "verdict " + verdict.status().label()).open("div", "class", "inner");
        page.open("p", "class", "status");
        writeIcon(page, verdict.status());
        page.element("strong", verdict.status().label().toUpperCase(Locale.ROOT));
        verdict.since().ifPresent(since -> page.element("span", "since " + Times.when(since, diagnosis.at())));
        page.close().element("h1", verdict.sentence());
        page.open("dl");
        diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::session)
                .ifPresent(session -> writeEnd(page, session, diagnosis.at()));
        Instant now = diagnosis.at();
        Terms.term(page, "Checked", Times.clock(now), Times.day(now));
        writeHost(page, diagnosis, host);
        page.close().close().close();
    }

    private static void writeEnd(Markup page, RoleSession session, Instant now) {
        boolean ended = !now.isBefore(session.expiresAt());
        Terms.term(
                page,
                ended ? "The role's credentials ended" : "The role's credentials end",
                Times.relative(session.expiresAt(), now),
                Times.moment(session.expiresAt()));
    }

    private static void writeHost(Markup page, Diagnosis diagnosis, String host) {
        String about = diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::identity)
                .map(identity -> identity.availabilityZone() + ", account " + identity.accountId())
                .orElse("which instance it is, the metadata service has not said");
        Terms.term(page, "Host", host, about);
    }

    /** A shape for each status: colour alone does not tell everybody. */
    private static void writeIcon(Markup page, Status status) {
        String shape = switch (status) {
            case OK -> "M4 12.5l5 5L20 6.5";
            case WARNING -> "M12 4v10M12 18.5v1.5";
            case CRITICAL -> "M6 6l12 12M18 6L6 18";
            case UNKNOWN -> "M8 8.5a4 4 0 1 1 5.5 3.7c-1 .4-1.5 1-1.5 2.3M12 18.5v1.5";
        };
        page.open("svg", "class", "icon", "viewBox", "0 0 24 24", "aria-hidden", "true")
                .element("path", "", "d", shape)
                .close();
    }
}

package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.Times;
import io.rolemeter.publish.report.Verdict;
import java.util.Locale;

/** The page for a person: no script, nothing from elsewhere, renewed by itself every {@value #REFRESH_SECONDS} seconds. */
final class StatusPage {
    static final String CONTENT_TYPE = "text/html; charset=utf-8";
    static final int REFRESH_SECONDS = 15;
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src '" + StyleSheet.HASH
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private StatusPage() {}

    static String write(Diagnosis diagnosis) {
        Verdict verdict = Verdict.of(diagnosis);
        String host = diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::identity)
                .map(InstanceIdentity::instanceId)
                .orElse("this host");
        String status = verdict.status().label().toUpperCase(Locale.ROOT);
        Markup page = new Markup()
                .empty("!DOCTYPE html")
                .open("html", "lang", "en")
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "http-equiv", "refresh", "content", Integer.toString(REFRESH_SECONDS))
                .element("title", status + " – " + host + " – Rolemeter")
                .style(StyleSheet.CSS)
                .close()
                .open("body");
        writeTop(page, diagnosis, verdict);
        page.open("main");
        FindingsSection.write(page, diagnosis);
        RoleSection.write(page, diagnosis);
        CallersSection.write(page, diagnosis);
        WorkloadsSection.write(page, diagnosis);
        KeysSection.write(page, diagnosis);
        ProbesSection.write(page, diagnosis);
        CollectorsSection.write(page, diagnosis);
        page.close();
        writeFoot(page);
        return page.close().close().toString();
    }

    private static void writeTop(Markup page, Diagnosis diagnosis, Verdict verdict) {
        page.open("header", "class", "verdict " + verdict.status().label())
                .open("div", "class", "inner")
                .open("p", "class", "status")
                .element("strong", verdict.status().label().toUpperCase(Locale.ROOT));
        verdict.since()
                .ifPresent(since -> page.element(
                        "span", "since " + Times.moment(since) + ", " + Times.relative(since, diagnosis.at())));
        page.close().element("h1", verdict.sentence());
        page.open("p", "class", "host");
        diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::identity)
                .ifPresent(identity -> page.element("span", identity.instanceId())
                        .element("span", "account " + identity.accountId())
                        .element("span", identity.region()));
        page.element("span", "checked " + Times.moment(diagnosis.at()))
                .close()
                .close()
                .close();
    }

    private static void writeFoot(Markup page) {
        page.open("footer")
                .text("Rolemeter")
                .element("a", "metrics", "href", "/metrics")
                .element("a", "status as JSON", "href", "/api/v1/status")
                .close();
    }
}

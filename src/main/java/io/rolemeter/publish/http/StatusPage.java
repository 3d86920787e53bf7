package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.RoleFact;
import io.rolemeter.publish.report.Verdict;
import java.util.Locale;
import java.util.Optional;

/**
 * The page for a person: no script, nothing from elsewhere, renewed by itself every {@value #REFRESH_SECONDS} seconds. What is
 * wrong and what to do stands first; then until when it still works, and then what was seen.
 */
final class StatusPage {
    static final String CONTENT_TYPE = "text/html; charset=utf-8";
    static final int REFRESH_SECONDS = 30;
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src '" + StyleSheet.HASH
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private StatusPage() {}

    static String write(Diagnosis diagnosis) {
        return write(diagnosis, new Server(Optional.empty(), Optional.empty()));
    }

    /**
     * Who shows it.
     *
     * @param hostName for as long as the metadata service does not tell the instance
     * @param notice a sentence for whoever runs this server
     */
    record Server(Optional<String> hostName, Optional<String> notice) {}

    static String write(Diagnosis diagnosis, Server server) {
        Verdict verdict = Verdict.of(diagnosis);
        String host = diagnosis
                .facts()
                .role()
                .flatMap(RoleFact::identity)
                .map(InstanceIdentity::instanceId)
                .or(server::hostName)
                .orElse("this host");
        Markup page = new Markup().empty("!DOCTYPE html").open("html", "lang", "en");
        writeHead(page, host, verdict);
        page.open("body");
        VerdictBanner.write(page, diagnosis, verdict, host);
        page.open("main");
        FindingsSection.write(page, diagnosis);
        CredentialsSection.write(page, diagnosis);
        CallersSection.write(page, diagnosis);
        MigrationSection.write(page, diagnosis);
        WorkloadsSection.write(page, diagnosis);
        KeysSection.write(page, diagnosis);
        LogsSection.write(page, diagnosis);
        ProbesSection.write(page, diagnosis);
        HistorySection.write(page, diagnosis);
        CollectorsSection.write(page, diagnosis);
        page.close();
        page.open("footer");
        server.notice().ifPresent(sentence -> page.element("strong", sentence));
        page.element("span", "Rolemeter, renewed every " + REFRESH_SECONDS + " seconds")
                .element("a", "Metrics", "href", "/metrics")
                .element("a", "Status as JSON", "href", "/api/v1/status")
                .close();
        return page.close().close().toString();
    }

    private static void writeHead(Markup page, String host, Verdict verdict) {
        String status = verdict.status().label().toUpperCase(Locale.ROOT);
        page.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "http-equiv", "refresh", "content", Integer.toString(REFRESH_SECONDS))
                .element("title", status + " – " + host + " – Rolemeter")
                .style(StyleSheet.CSS)
                .close();
    }
}

package io.rolemeter.config.web;

import io.rolemeter.config.Section;
import io.rolemeter.config.web.WebConfiguration.RateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of the file beside those of {@code tls_server_config}. */
final class WebConfigurationReader {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LARGEST_BURST = 1_000_000;

    /** Costs from 4 to 31; above 16 one check takes seconds, which would serve an attacker. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    /** The headers that may be set, and the values that they may have; none: any. */
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Strict-Transport-Security", List.of(),
            "X-Content-Type-Options", List.of("nosniff"),
            "X-Frame-Options", List.of("deny", "sameorigin"),
            "X-XSS-Protection", List.of(),
            "Content-Security-Policy", List.of());

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]+");

    private final PemSource pem;

    WebConfigurationReader(PemSource pem) {
        this.pem = pem;
    }

    WebConfiguration read(Section root) {
        Optional<ServerTls> tls = ServerTlsReader.read(root.section("tls_server_config"), pem);
        Map<String, String> headers = server(root.section("http_server_config"));
        Map<String, String> users = users(root.section("basic_auth_users"));
        Optional<RateLimit> limit = rateLimit(root.section("rate_limit"));
        root.finish();
        return new WebConfiguration(tls, users, headers, limit, List.of());
    }

    private static Map<String, String> server(Section section) {
        section.flag("http2");
        Map<String, String> headers = headers(section.section("headers"));
        section.finish();
        return headers;
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.forEach((name, values) -> section.text(name)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> {
                    if (!values.isEmpty() && !values.contains(value.toLowerCase(Locale.ROOT))) {
                        section.reject(name, String.join(" or ", values));
                    } else if (!HEADER_VALUE.matcher(value).matches()) {
                        section.problem(name, "cannot stand in a header; expected printable ASCII on one line");
                    } else {
                        headers.put(name, value);
                    }
                }));
        section.finish();
        return headers;
    }

    /** What stands in the place of a hash may be a password, and is never repeated. */
    private static Map<String, String> users(Section section) {
        Map<String, String> users = new LinkedHashMap<>();
        for (String user : section.keys()) {
            Optional<String> hash =
                    section.text(user).filter(text -> BCRYPT.matcher(text).matches());
            if (user.isBlank() || user.indexOf(':') >= 0) {
                section.problem(user, "is not a user name; expected one that is not empty and has no colon");
            } else if (hash.isEmpty()) {
                section.problem(
                        user,
                        "is not a bcrypt hash of a cost from 4 to 16; make one with: htpasswd -nBC 10 \"\" | tr -d ':\\n'");
            } else {
                users.put(user, hash.get());
            }
        }
        section.finish();
        return users;
    }

    /** An interval of 0 means no limit. */
    private static Optional<RateLimit> rateLimit(Section section) {
        boolean off = section.text("interval").filter("0"::equals).isPresent();
        Optional<Duration> interval = off ? Optional.empty() : section.duration("interval", Duration.ZERO, LONGEST);
        Optional<Long> burst = section.number("burst", 1, LARGEST_BURST);
        if (interval.isPresent() && !interval.get().isZero() && burst.isEmpty() && !section.has("burst")) {
            section.reject("burst", "how many requests may come at once, such as 20");
        }
        section.finish();
        return interval.filter(each -> !each.isZero())
                .flatMap(each -> burst.map(most -> new RateLimit(each, most.intValue())));
    }
}

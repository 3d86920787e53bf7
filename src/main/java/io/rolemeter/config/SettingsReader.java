package io.rolemeter.config;

import io.rolemeter.config.Settings.Aws;
import io.rolemeter.config.Settings.Caller;
import io.rolemeter.config.Settings.Imds;
import io.rolemeter.config.Settings.Keys;
import io.rolemeter.config.Settings.Logs;
import io.rolemeter.config.Settings.Web;
import io.rolemeter.model.Expectations;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Every key of the file outside of {@code probes}: its name, its range, and what stands in its place when it is absent. */
final class SettingsReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private SettingsReader() {}

    static Settings read(Section root, ProbesReader probes) {
        Settings standard = Settings.defaults();
        Settings settings = new Settings(
                web(root.section("web"), standard.web()),
                aws(root.section("aws")),
                imds(root.section("imds"), standard.imds()),
                caller(root.section("caller"), standard.caller()),
                expectations(root.section("expect"), root.section("expiry"), standard.expectations()),
                keys(root.section("keys"), standard.keys()),
                logs(root.section("logs")),
                probes.read(root.sections("probes")));
        root.finish();
        return settings;
    }

    private static Web web(Section section, Web standard) {
        Web web = new Web(
                section.value("listen_address", ListenAddress.EXPECTED, ListenAddress::of)
                        .orElse(standard.listenAddress()),
                section.value("config_file", "the path of a file", SettingsReader::path));
        section.finish();
        return web;
    }

    private static Aws aws(Section section) {
        Aws aws = new Aws(section.region("region"), endpoints(section.section("endpoints")));
        section.finish();
        return aws;
    }

    private static Map<String, URI> endpoints(Section section) {
        Map<String, URI> endpoints = new LinkedHashMap<>();
        for (String service : section.keys()) {
            if (SERVICE.matcher(service).matches() && !UnknownKey.isCredential(service)) {
                endpoint(section, service, "https", "http").ifPresent(url -> endpoints.put(service, url));
            } else if (!UnknownKey.isCredential(service)) {
                section.problem(service, "unknown key; expected a service such as sts or s3");
            }
        }
        section.finish();
        return endpoints;
    }

    private static Optional<URI> endpoint(Section section, String key, String... schemes) {
        Optional<URI> url = section.url(key, schemes);
        if (url.map(URI::getRawQuery).isPresent()) {
            section.reject(key, "a URL without \"?\"");
        }
        return url;
    }

    private static Imds imds(Section section, Imds standard) {
        Imds imds = new Imds(
                endpoint(section, "endpoint", "http"),
                section.duration("interval", SECOND, HOUR).orElse(standard.interval()),
                section.flag("v1_check").orElse(standard.v1Check()));
        section.finish();
        return imds;
    }

    private static Caller caller(Section section, Caller standard) {
        Caller caller = new Caller(section.duration("interval", SECOND, DAY).orElse(standard.interval()));
        section.finish();
        return caller;
    }

    private static Expectations expectations(Section expect, Section expiry, Expectations standard) {
        Optional<String> account = expect.value("account", "the 12 digits of an account", ExpectedRole::account);
        Optional<String> role = ExpectedRole.read(expect, "role");
        expect.finish();
        Duration warning = expiry.duration("warning", SECOND, DAY).orElse(standard.expiryWarning());
        Duration critical = expiry.duration("critical", SECOND, DAY).orElse(standard.expiryCritical());
        if (warning.compareTo(critical) <= 0) {
            String key = expiry.has("critical") ? "critical" : "warning";
            expiry.problem(
                    key,
                    "the warning (" + Durations.format(warning) + ") must come before the critical ("
                            + Durations.format(critical) + "); expected a longer warning");
        }
        expiry.finish();
        return new Expectations(account, role, warning, critical);
    }

    private static Keys keys(Section section, Keys standard) {
        Keys keys = new Keys(
                section.duration("interval", SECOND, DAY).orElse(standard.interval()),
                absolute(section, "paths"),
                patterns(section, "exclude"));
        section.finish();
        return keys;
    }

    private static Logs logs(Section section) {
        Logs logs = new Logs(absolute(section, "files"));
        section.finish();
        return logs;
    }

    /** A daemon has no current directory worth naming a file by. */
    private static List<String> absolute(Section section, String key) {
        List<String> paths = patterns(section, key);
        if (paths.stream().anyMatch(path -> !path.startsWith("/"))) {
            section.problem(key, "contains a relative path; expected paths that begin with /");
        }
        return paths;
    }

    private static List<String> patterns(Section section, String key) {
        List<String> patterns = section.texts(key);
        if (patterns.stream().anyMatch(pattern -> !isPattern(pattern))) {
            section.problem(
                    key, "contains a pattern that cannot be read; expected paths, or globs such as /srv/*/app.log");
        }
        return patterns;
    }

    private static boolean isPattern(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

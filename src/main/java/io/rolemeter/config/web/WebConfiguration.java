package io.rolemeter.config.web;

import io.rolemeter.config.ConfigurationText;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How what is served is protected: the file that every exporter of Prometheus's own toolkit reads, so that one file does for
 * all of them. Differs from it in three ways: versions before TLS 1.2 are refused, HTTP/2 is accepted and never spoken, and a
 * certificate must not be given twice, inline and as a file.
 *
 * @param tls empty: plain HTTP
 * @param users bcrypt hashes of passwords by the name of the user; empty: everybody may ask
 * @param headers added to every answer, or put in the place of what it has
 * @param files all that was read, this file first: when none of them changes, nothing here does
 */
public record WebConfiguration(
        Optional<ServerTls> tls,
        Map<String, String> users,
        Map<String, String> headers,
        Optional<RateLimit> rateLimit,
        List<Path> files) {
    public WebConfiguration {
        users = Map.copyOf(users);
        headers = Map.copyOf(headers);
        files = List.copyOf(files);
    }

    /** At most {@code burst} requests at once, and on average one in an {@code interval}. */
    public record RateLimit(Duration interval, int burst) {}

    /** No protection at all: what holds without a file. */
    public static WebConfiguration none() {
        return new WebConfiguration(Optional.empty(), Map.of(), Map.of(), Optional.empty(), List.of());
    }

    /**
     * Reads the file, and the certificates and keys that it names; relative names are beside the file.
     *
     * @throws io.rolemeter.config.ConfigurationException with every problem in it
     */
    public static WebConfiguration load(Path file) {
        Problems problems = new Problems(file.toString());
        Optional<Section> root = ConfigurationText.section(file, problems);
        List<Path> files = new ArrayList<>(List.of(file));
        WebConfiguration read = root.map(
                        section -> new WebConfigurationReader(new PemSource(file, files)).read(section))
                .orElseGet(WebConfiguration::none);
        problems.throwIfAny();
        return new WebConfiguration(read.tls(), read.users(), read.headers(), read.rateLimit(), files);
    }

    /** Not the hashes: they are worth guessing at. */
    @Override
    public String toString() {
        return "WebConfiguration[tls=" + tls.isPresent() + ", users=" + users.size() + "]";
    }
}

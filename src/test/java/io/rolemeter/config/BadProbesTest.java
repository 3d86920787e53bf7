package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadProbesTest {
    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrongWithAProbe(String probe, String message) {
        assertThat(Reading.of("probes:\n- " + probe).problems()).containsExactly("rolemeter.yml:" + message);
    }

    static Stream<Arguments> saysWhatIsWrongWithAProbe() {
        String name = "; expected a name of 1 to 64 letters, digits and \"_\", \".\", \"-\"";
        String kinds = String.join(", ", Reading.KINDS);
        return Stream.of(
                arguments("s3-get: {}", "2: probes[0].name: is missing" + name),
                arguments("name:\n  s3-get: {}", "2: probes[0].name: is missing" + name),
                arguments("{name: a b, s3-get: {}}", "2: probes[0].name: found \"a b\"" + name),
                arguments("name: a", "2: probes[0]: has no kind; expected one of " + kinds),
                arguments("name: a\n  s3-gett: {}", "3: probes[0].s3-gett: unknown key; did you mean \"s3-get\"?"),
                arguments(
                        "name: a\n  smoke: {port: 1}",
                        "3: probes[0].smoke: unknown key; expected one of name, interval, timeout, expect, skip_unless, "
                                + kinds),
                arguments(
                        "name: a\n  s3-get: {}\n  s3-put: {}",
                        "4: probes[0].s3-put: is a second kind beside s3-get; expected exactly one"),
                arguments("{name: a, s3-get: x}", "2: probes[0].s3-get: found \"x\"; expected a mapping"),
                arguments(
                        "{name: a, s3-get: {}, expect: deny}",
                        "2: probes[0].expect: found \"deny\"; expected allowed or denied"),
                arguments(
                        "{name: a, s3-get: {}, skip_unless: b}",
                        "2: probes[0].skip_unless: found \"b\"; expected the name of a probe further up"),
                arguments(
                        "{name: a, s3-get: {}, skip_unless: a}",
                        "2: probes[0].skip_unless: found \"a\"; expected the name of a probe further up"),
                arguments(
                        "{name: a, s3-get: {}, interval: 30d}",
                        "2: probes[0].interval: found \"30d\"; expected a duration from 1s to 7d"),
                arguments(
                        "{name: a, s3-get: {}, interval: 30s, timeout: 31s}",
                        "2: probes[0].timeout: found \"31s\"; expected a duration from 100ms to 30s"),
                arguments(
                        "{name: a, s3-get: {}}\n- {name: a, s3-get: {}}",
                        "3: probes[1].name: stands in the file a second time; expected a name that no other probe has"),
                arguments("just text", "2: probes[0]: found \"just text\"; expected a mapping"));
    }

    @Test
    void aKindReportsItsOwnProblemsByPathAndLineIntoTheSameList() {
        Problems problems = new Problems("rolemeter.yml");
        String text =
                "probes:\n- name: a\n  s3-get:\n    buckt: source\n    key: ''\n    retries: 9\nimds: {interval: 1}\n";
        Settings settings = Configuration.read(text, Reading.KINDS, problems);
        Section own = settings.probes().get(0).own();
        own.required("bucket");
        own.required("key");
        own.number("retries", 0, 3);
        own.finish();
        assertThat(problems.lines())
                .containsExactly(
                        "rolemeter.yml:3: probes[0].s3-get.bucket: is missing; expected a text that is not empty",
                        "rolemeter.yml:4: probes[0].s3-get.buckt: unknown key; did you mean \"bucket\"?",
                        "rolemeter.yml:5: probes[0].s3-get.key: found \"\"; expected a text that is not empty",
                        "rolemeter.yml:6: probes[0].s3-get.retries: found \"9\"; expected a whole number from 0 to 3",
                        "rolemeter.yml:7: imds.interval: \"1\" has no unit; expected a duration such as 30s, 15m or 2h");
    }

    @Test
    void readsWhatIsCommonToAllKinds() {
        Reading reading = Reading.of("""
                probes:
                - {name: a, s3-get: {bucket: b}}
                - {name: b.C_3, s3-put: , expect: denied, interval: 2s}
                - {name: c, s3-head: {}, timeout: 2m30s, interval: null, expect: allowed}
                """);
        assertThat(reading.problems()).isEmpty();
        List<ProbeSettings> probes = reading.settings().probes();
        assertThat(probes).extracting(ProbeSettings::name).containsExactly("a", "b.C_3", "c");
        assertThat(probes).extracting(ProbeSettings::kind).containsExactly("s3-get", "s3-put", "s3-head");
        assertThat(probes)
                .extracting(ProbeSettings::expect)
                .containsExactly(Expectation.ALLOWED, Expectation.DENIED, Expectation.ALLOWED);
        assertThat(probes).extracting(ProbeSettings::timeout).containsExactly(seconds(10), seconds(2), seconds(150));
        assertThat(probes.get(0).interval()).isEmpty();
        assertThat(probes.get(1).interval()).contains(seconds(2));
        assertThat(probes.get(0).own().text("bucket")).contains("b");
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

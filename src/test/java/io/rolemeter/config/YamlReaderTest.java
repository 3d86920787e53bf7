package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {
    private static final String QUOTE = "not valid YAML: a special character;"
            + " a value that begins with one of * & ! % @ ` [ ] { } needs quotation marks";
    private static final String INDENT =
            "not valid YAML: wrong indentation or a missing colon, here or on the line before;"
                    + " a value that contains \": \" needs quotation marks";
    private static final String CLOSE =
            "not valid YAML: the bracket that opens here is not closed, or a comma is missing";

    @ParameterizedTest
    @MethodSource({"syntax", "unsupported"})
    void isOneProblemOnTheLineOfTheMistake(String text, String message) {
        assertThat(Reading.of(text).problems()).containsExactly("rolemeter.yml:" + message);
    }

    static Stream<Arguments> syntax() {
        return Stream.of(
                arguments("imds:\n\tinterval: 15s", "2: not valid YAML: a tab; indent with spaces"),
                arguments("imds\n  interval: 15s", "2: " + INDENT),
                arguments("imds:\n  interval: 15s\n v1_check: true", "3: " + INDENT),
                arguments("expect: role: app", "1: " + INDENT),
                arguments("web:\n  listen_address: [::1]:10169", "2: " + QUOTE),
                arguments("keys:\n  exclude:\n    - *.bak", "3: " + QUOTE),
                arguments("keys: {exclude: [**/x]}", "1: " + QUOTE),
                arguments("expect: {role: @x}", "1: " + QUOTE),
                arguments(
                        "expect:\n  role: \"app\nimds: {}",
                        "2: not valid YAML: the quotation mark that opens here is never closed"),
                arguments("imds: {}\nkeys: {paths: [/a\nlogs: {}", "2: " + CLOSE),
                arguments(
                        "imds: {}\nlogs\n", "2: not valid YAML: expected a key with a colon, as in \"interval: 15s\""),
                arguments(
                        "imds: {}\nexpect: {role: \"\\UFFFFFFFF\"}",
                        "2: not valid YAML: a number or escape is too large, here or below"),
                arguments("expect: {role: \"\\q\"}", "1: not valid YAML: found unknown escape character q(113)"),
                arguments(
                        "\nexpect: {role: a\u0007}",
                        "2: a control character cannot stand in a YAML file; expected plain text"));
    }

    static Stream<Arguments> unsupported() {
        String anchor = ": an anchor (&) is not supported; write the value out wherever it is needed";
        String alias = ": an alias (*) is not supported; write the value out, or quote it if it is a text";
        String tag = ": a tag (!) is not supported; write the plain value, or quote it if it is a text";
        String key = ": a list or mapping cannot be a key; quote a value that begins with [ or {";
        return Stream.of(
                arguments("imds: &x {interval: 15s}", "1: imds" + anchor),
                arguments("imds:\n  interval: *x", "2: imds.interval" + alias),
                arguments("keys:\n  exclude:\n  - *bak", "3: keys.exclude[0]" + alias),
                arguments("keys: {interval: !!int 5}", "1: keys.interval" + tag),
                arguments("expect: {role: !x a}", "1: expect.role" + tag),
                arguments(
                        "imds: {<<: {interval: 15s}}",
                        "1: imds: a merge key (<<) is not supported; write the keys out"),
                arguments("imds: {}\n---\nkeys: {}", "2: a second document begins here; expected only one"),
                arguments("imds:\n  [a]: b", "2: imds" + key),
                arguments(
                        "imds:\n interval: 1s\n interval: 2s",
                        "3: imds.interval: stands here a second time; the first is on line 2"),
                arguments(
                        "imds: {}\nkeys: {}\nimds: {}", "3: imds: stands here a second time; the first is on line 1"));
    }

    @Test
    void aBombIsRefusedAtItsTwentyFirstLevel() {
        String bomb = "imds: {}\nkeys: {paths: " + "[".repeat(500_000);
        assertThat(Reading.of(bomb).problems())
                .containsExactly("rolemeter.yml:2: nested more than 20 levels deep; expected a few");
        assertThat(Reading.of("- ".repeat(500_000)).problems())
                .containsExactly("rolemeter.yml:1: nested more than 20 levels deep; expected a few");
    }

    @Test
    void aliasesThatWouldMultiplyAreNotFollowed() {
        String laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        assertThat(Reading.of(laughs).problems()).hasSize(10).allMatch(line -> line.startsWith("rolemeter.yml:"));
    }

    @Test
    void scalarsAreReadAsTheyAreWritten() {
        Settings settings = Reading.of("expect: {account: 012345678901, role: 1e3}\nkeys: {paths: ['/a # b', /on]}\r\n")
                .settings();
        assertThat(settings.expectations().account()).contains("012345678901");
        assertThat(settings.expectations().role()).contains("1e3");
        assertThat(settings.keys().paths()).containsExactly("/a # b", "/on");
    }
}

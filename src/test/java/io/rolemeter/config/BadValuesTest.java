package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each text has exactly one mistake; the whole message is compared. */
class BadValuesTest {
    @ParameterizedTest
    @MethodSource({"structure", "addresses", "durations", "expectations", "lists"})
    void saysWhatIsWrongAndWhatWasExpected(String text, String message) {
        assertThat(Reading.of(text).problems()).containsExactly("rolemeter.yml:" + message);
    }

    static Stream<Arguments> structure() {
        String sections = "web, aws, imds, caller, expect, expiry, keys, logs, probes";
        return Stream.of(
                arguments("imds:\n  intervall: 15s", "2: imds.intervall: unknown key; did you mean \"interval\"?"),
                arguments("imds: {v1-check: true}", "1: imds.v1-check: unknown key; did you mean \"v1_check\"?"),
                arguments("Caller: {}", "1: Caller: unknown key; did you mean \"caller\"?"),
                arguments("exipry: {}", "1: exipry: unknown key; did you mean \"expiry\"?"),
                arguments("metrics: {}", "1: metrics: unknown key; expected one of " + sections),
                arguments("caller: {every: 5m}", "1: caller.every: unknown key; expected interval"),
                arguments("imds:\n- interval", "2: imds: found a list; expected a mapping"),
                arguments("\nimds: 15s", "2: imds: found \"15s\"; expected a mapping"),
                arguments("- imds", "1: found a list; expected a mapping"),
                arguments("rolemeter", "1: found \"rolemeter\"; expected a mapping"),
                arguments("imds: {interval: [15s]}", "1: imds.interval: found a list; expected " + Scalars.A_DURATION),
                arguments(
                        "aws: {region: {a: b}}", "1: aws.region: found a mapping; expected a region such as us-east-1"),
                arguments("aws: {\"a.b\\nc\": 1}", "1: aws.\"a.b�c\": unknown key; expected one of region, endpoints"));
    }

    static Stream<Arguments> addresses() {
        String address = "; expected HOST:PORT such as 127.0.0.1:10169, 0.0.0.0:10169 or \"[::1]:10169\"";
        String service = "; expected an https or http URL such as https://host:port";
        return Stream.of(
                arguments("web: {listen_address: localhost}", "1: web.listen_address: found \"localhost\"" + address),
                arguments("web: {listen_address: \":80\"}", "1: web.listen_address: found \":80\"" + address),
                arguments("web: {listen_address: a:65536}", "1: web.listen_address: found \"a:65536\"" + address),
                arguments("web:\n  listen_address: ::1:80", "2: web.listen_address: found \"::1:80\"" + address),
                arguments("web: {config_file: ''}", "1: web.config_file: found \"\"; expected the path of a file"),
                arguments(
                        "aws: {region: us-east-1a}",
                        "1: aws.region: found \"us-east-1a\"; expected a region such as us-east-1"),
                arguments("aws:\n  endpoints:\n    s3: s3.local", "3: aws.endpoints.s3: found \"s3.local\"" + service),
                arguments("aws: {endpoints: {s3: ftp://a}}", "1: aws.endpoints.s3: found \"ftp://a\"" + service),
                arguments("aws: {endpoints: {s3: https://u:pw@a}}", "1: aws.endpoints.s3: found \"…\"" + service),
                arguments(
                        "aws: {endpoints: {s3: \"http://a?b\"}}",
                        "1: aws.endpoints.s3: found \"http://a?b\"; expected a URL without \"?\""),
                arguments(
                        "aws: {endpoints: {\"S 3\": http://a}}",
                        "1: aws.endpoints.\"S 3\": unknown key; expected a service such as sts or s3"),
                arguments(
                        "imds: {endpoint: \"https://169.254.169.254\"}",
                        "1: imds.endpoint: found \"https://169.254.169.254\""
                                + "; expected an http URL such as http://host:port"));
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                arguments(
                        "imds:\n  interval: 15",
                        "2: imds.interval: \"15\" has no unit; expected a duration such as 30s, 15m or 2h"),
                arguments("imds: {interval: 15 s}", "1: imds.interval: found \"15 s\"; expected " + Scalars.A_DURATION),
                arguments("imds: {interval: 1.5h}", "1: imds.interval: found \"1.5h\"; expected " + Scalars.A_DURATION),
                arguments("imds: {interval: -5s}", "1: imds.interval: found \"-5s\"; expected " + Scalars.A_DURATION),
                arguments(
                        "imds: {interval: 30m1h}", "1: imds.interval: found \"30m1h\"; expected " + Scalars.A_DURATION),
                arguments("imds: {interval: ''}", "1: imds.interval: found \"\"; expected " + Scalars.A_DURATION),
                arguments("imds: {interval: 2h}", "1: imds.interval: found \"2h\"; expected a duration from 1s to 1h"),
                arguments(
                        "imds: {interval: 10ms}",
                        "1: imds.interval: found \"10ms\"; expected a duration from 1s to 1h"),
                arguments(
                        "caller: {interval: 2d}",
                        "1: caller.interval: found \"2d\"; expected a duration from 1s to 1d"),
                arguments("keys: {interval: 0s}", "1: keys.interval: found \"0s\"; expected a duration from 1s to 1d"),
                arguments("imds: {v1_check: yes}", "1: imds.v1_check: found \"yes\"; expected true or false"));
    }

    static Stream<Arguments> expectations() {
        String account = "; expected the 12 digits of an account";
        String role = "; expected the role's name without path";
        String order = "; expected a longer warning";
        return Stream.of(
                arguments("expect: {account: 12345}", "1: expect.account: found \"12345\"" + account),
                arguments("expect: {account: 1111-2222-3333}", "1: expect.account: found \"1111-2222-3333\"" + account),
                arguments(
                        "expect: {role: arn:aws:iam::111122223333:role/team/app}",
                        "1: expect.role: found \"arn:aws:iam::111122223333:role/team/app\"" + role + ": \"app\""),
                arguments("expect: {role: /team/app}", "1: expect.role: found \"/team/app\"" + role + ": \"app\""),
                arguments("expect: {role: my role}", "1: expect.role: found \"my role\"" + role),
                arguments("expect: {role: ''}", "1: expect.role: found \"\"" + role),
                arguments(
                        "expiry:\n  warning: 5m",
                        "2: expiry.warning: the warning (5m) must come before the critical (5m)" + order),
                arguments(
                        "expiry:\n  warning: 10m\n  critical: 1h",
                        "3: expiry.critical: the warning (10m) must come before the critical (1h)" + order));
    }

    static Stream<Arguments> lists() {
        String unreadablePattern =
                ": contains a pattern that cannot be read; expected paths, or globs such as /srv/*/app.log";
        String relative = ": contains a relative path; expected paths that begin with /";
        return Stream.of(
                arguments(
                        "keys: {paths: /srv}",
                        "1: keys.paths: found \"/srv\"; expected a list of texts, as in [\"one\", \"two\"]"),
                arguments(
                        "keys:\n  exclude:\n  - /a\n  - {b: c}",
                        "4: keys.exclude[1]: found a mapping; expected a text that is not empty"),
                arguments("logs: {files: [~]}", "1: logs.files[0]: found nothing; expected a text that is not empty"),
                arguments("keys: {paths: [srv]}", "1: keys.paths" + relative),
                arguments("logs: {files: ['/var/log/[a.log']}", "1: logs.files" + unreadablePattern),
                arguments("keys: {paths: ['/srv/{a']}", "1: keys.paths" + unreadablePattern),
                arguments("keys: {exclude: ['/srv/[a']}", "1: keys.exclude" + unreadablePattern),
                arguments("logs: {files: [/a, b.log]}", "1: logs.files" + relative),
                arguments(
                        "probes: {name: a}",
                        "1: probes: found a mapping; expected a list of mappings, each beginning with \"- \""));
    }
}

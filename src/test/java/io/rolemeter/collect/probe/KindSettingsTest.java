package io.rolemeter.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.config.Configuration;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Settings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KindSettingsTest {
    private static final String TEXT = "; expected a text that is not empty";
    private static final String CHANNEL =
            "; expected the ARN of a channel, such as arn:aws:kinesisvideo:us-east-1:111122223333:channel/camera-1/1";
    private static final String ONE_CALL = "; expected exactly one of action, target, path";
    private static final String METHOD = "; expected GET, HEAD, POST, PUT or DELETE";
    private static final String BODY = "; expected HEAD, POST, PUT or DELETE, because a body cannot be sent with GET";
    private static final String DROPPED =
            ": cannot be sent, because the HTTP client sets or drops this header itself; expected any other";
    private static final String COUNT = "; expected a number of entries such as 2, \">=1\" or \"<=3\"";

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aKindSaysWhatIsWrongWithItsSettings(String probe, List<String> problems) {
        assertThat(problems("probes:\n- name: a\n  " + probe))
                .containsExactlyElementsOf(problems.stream()
                        .map(problem -> "file:3: probes[0]." + problem)
                        .toList());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("s3-get: {key: k}", "s3-get.bucket: is missing" + TEXT),
                mistake(
                        "s3-head: {bucket: source, key: k, bytes: -1}",
                        "s3-head.bytes: found \"-1\"; expected a whole number from 0 to 9223372036854775807"),
                mistake(
                        "s3-put: {bucket: source, key: ''}",
                        "s3-put.key: found \"\"; expected a text that is not empty"),
                mistake(
                        "sts-assume-role: {role_arn: viewer, duration: 2h}",
                        "sts-assume-role.role_arn: found \"viewer\"; expected the ARN of a role, such as"
                                + " arn:aws:iam::111122223333:role/viewer",
                        "sts-assume-role.duration: found \"2h\"; expected a duration from 15m to 1h"),
                mistake("kvs-describe-stream: {}", "kvs-describe-stream.stream: is missing" + TEXT),
                mistake(
                        "kvs-hls: {streams: s}",
                        "kvs-hls.stream: is missing" + TEXT,
                        unknown("kvs-hls.streams", "stream")),
                mistake("kvs-signaling: {channel_arn: c}", "kvs-signaling.channel_arn: found \"c\"" + CHANNEL),
                mistake(
                        "kvs-ice: {servers: 0, role: viewer}",
                        "kvs-ice.channel_arn: is missing" + CHANNEL,
                        "kvs-ice.role: found \"viewer\"; expected VIEWER or MASTER",
                        "kvs-ice.servers: found \"0\"; expected a whole number from 1 to 100"),
                mistake("bedrock-converse: {}", "bedrock-converse.model: is missing" + TEXT),
                mistake(
                        "bedrock-invoke: {model: m, count: {/embedding: many}}",
                        "bedrock-invoke.count./embedding: found \"many\"" + COUNT),
                mistake(
                        "iam-access-keys: {keys: few, unused_since: monday}",
                        "iam-access-keys.keys: found \"few\"; expected none or inactive",
                        "iam-access-keys.user: is missing" + TEXT,
                        "iam-access-keys.unused_since: found \"monday\"; expected a day such as 2026-11-01"),
                mistake(
                        "access-analyzer: {type: POLICY}",
                        "access-analyzer.policy: is missing; expected a policy, as a mapping or as JSON in a text",
                        "access-analyzer.type: found \"POLICY\"; expected IDENTITY_POLICY, RESOURCE_POLICY,"
                                + " SERVICE_CONTROL_POLICY or RESOURCE_CONTROL_POLICY"),
                mistake(
                        "sns-platform: {application_arn: app}",
                        "sns-platform.application_arn: found \"app\"; expected the ARN of an application, such as"
                                + " arn:aws:sns:us-east-1:111122223333:app/GCM/app"),
                mistake(
                        "aws-api: {service: EC2}",
                        "aws-api.service: found \"EC2\"; expected a service such as ec2",
                        "aws-api: names no call" + ONE_CALL),
                mistake("aws-api: {service: ec2, action: A, path: /}", "aws-api: names more than one call" + ONE_CALL),
                mistake(
                        "aws-api: {service: ec2, action: A, version: 1, needs: [all]}",
                        "aws-api.version: found \"1\"; expected the API's version, such as 2016-11-15",
                        "aws-api.needs: has an entry that is no permission; expected such as"
                                + " bedrock:GetInferenceProfile"),
                mistake(
                        "aws-api: {service: bedrock, path: models, method: PATCH, json: {ok: 1}}",
                        "aws-api.path: found \"models\"; expected a path that begins with /, without a query",
                        "aws-api.method: found \"PATCH\"" + METHOD,
                        "aws-api.json: has a key that is no JSON pointer; expected such as /ok"),
                mistake(
                        "aws-api: {service: ecs, target: List, json_version: \"2.0\"}",
                        "aws-api.target: found \"List\"; expected a target such as DynamoDB_20120810.DescribeTable",
                        "aws-api.json_version: found \"2.0\"; expected \"1.0\" or \"1.1\""),
                mistake(
                        "http: {url: /summary, headers: {Authorization: x}, status: 42}",
                        "http.url: found \"/summary\"; expected an http or https URL such as http://host:port",
                        "http.headers: has a header for credentials; no secret ever belongs in the configuration",
                        "http.status: found \"42\"; expected a whole number from 100 to 599"),
                mistake(
                        "http: {url: \"http://127.0.0.1/\", status: 404}\n  expect: denied",
                        "http.status: found \"404\"; expected 401 or 403, because the probe expects a denial"),
                mistake(
                        "http: {url: \"http://127.0.0.1/\", method: GET, body: {a: 1}}",
                        "http.method: found \"GET\"" + BODY),
                mistake(
                        "http: {url: \"http://127.0.0.1:99999/\", headers: {Host: a, ORIGIN: b, Sec-Fetch-Mode: c,"
                                + " Connection: close}}",
                        "http.url: found \"http://127.0.0.1:99999/\"; expected an http or https URL such as"
                                + " http://host:port",
                        "http.headers.Host" + DROPPED,
                        "http.headers.ORIGIN" + DROPPED,
                        "http.headers.Sec-Fetch-Mode" + DROPPED),
                mistake(
                        "http: {url: \"http://127.0.0.1/#a\", headers: {a b: c, X-A: \"\\n\", X-B: é}}",
                        "http.url: found \"http://127.0.0.1/#a\"; expected an http or https URL such as"
                                + " http://host:port",
                        "http.headers.X-A: found \"\uFFFD\"; expected a text of printable ASCII",
                        "http.headers.X-B: found \"é\"; expected a text of printable ASCII",
                        "http.headers.\"a b\": is no name of a header; expected letters, digits and \"-\""),
                mistake(
                        "aws-api: {service: bedrock, path: \"/a?b=c\", method: GET, body: {a: 1}, headers:"
                                + " {Authorization: a, Host: b}}",
                        "aws-api.path: found \"/a?b=c\"; expected a path that begins with /, without a query",
                        "aws-api.method: found \"GET\"" + BODY,
                        "aws-api.headers.Host" + DROPPED,
                        "aws-api.headers: has a header for credentials; no secret ever belongs in the configuration"),
                mistake(
                        "aws-api: {service: bedrock, path: \"/%zz\"}",
                        "aws-api.path: found \"/%zz\"; expected a path that begins with /, without a query"),
                mistake(
                        "tcp: {port: 70000}",
                        "tcp.host: is missing" + TEXT,
                        "tcp.port: found \"70000\"; expected a whole number from 1 to 65535"),
                mistake(
                        "tcp: {host: db.internal, port: 5432}\n  expect: denied",
                        "tcp: cannot be denied, only refused or lost on the way; expected is a probe without expect:"
                                + " denied"));
    }

    private static Arguments mistake(String probe, String... problems) {
        return arguments(probe, List.of(problems));
    }

    private static String unknown(String key, String nearest) {
        return key + ": unknown key; did you mean \"" + nearest + "\"?";
    }

    @Test
    void everyExampleOfTheDefaultFileIsValid() {
        String text = Configuration.defaultText()
                .replace("probes: []", "probes:")
                .replaceAll("(?m)^#  ", "  ")
                .replaceAll("(?m)^   .*  .*\n", "");

        assertThat(problems(text)).isEmpty();
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems("file");
        Settings settings = Configuration.read(text, ProbeKinds.names(), problems);
        ConfiguredProbes.of(settings.probes());
        return problems.lines();
    }
}

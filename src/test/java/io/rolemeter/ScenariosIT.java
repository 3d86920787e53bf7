package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.model.FindingCode;
import io.rolemeter.publish.Golden;
import io.rolemeter.publish.StatusSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario of the demo, through the command line: what it must end in, and nothing else. */
class ScenariosIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private static final String KEY = "AKIA************XC6Y";
    private static final Set<String> WHOLE_DOCUMENTS =
            Set.of("keys-shadow-role", "profile-recreated", "imds-hop-limit");
    private static final List<String> PROBES =
            List.of("read-source", "viewer-role", "write-output", "write-to-source-is-denied");

    /** Name, exit code, role state, and all findings as {@code code subject < cause}, in any order. */
    static Stream<Arguments> scenarios() {
        return Stream.of(
                arguments("healthy", 0, "attached", List.of()),
                arguments(
                        "keys-shadow-role",
                        2,
                        "attached",
                        List.of(
                                "keys_shadow_role default_chain < keys_shadow_role",
                                "keys_shadow_role pm2:api < pm2_cached_environment",
                                "keys_shadow_role /root/.aws/credentials",
                                "pm2_cached_environment pm2:api",
                                "caller_is_iam_user default_chain < keys_shadow_role",
                                "static_key_live " + KEY + " < keys_shadow_role",
                                "static_key_commented " + KEY)),
                arguments(
                        "iam-user-only",
                        2,
                        "absent",
                        probesFailBecauseOf(
                                "no_instance_profile",
                                "no_instance_profile instance_profile",
                                "pm2_cached_environment pm2:api",
                                "caller_is_iam_user default_chain < static_key_live",
                                "static_key_live " + KEY)),
                arguments(
                        "profile-without-role",
                        2,
                        "profile_without_role",
                        probesFailBecauseOf("profile_without_role", "profile_without_role instance_profile")),
                arguments(
                        "profile-deleted",
                        2,
                        "profile_not_found",
                        List.of("profile_deleted_countdown instance_profile")),
                arguments("expiring", 2, "attached", List.of("credentials_expiring app-backend-role")),
                arguments(
                        "imds-down",
                        2,
                        "imds_unreachable",
                        probesFailBecauseOf(
                                "imds_unreachable",
                                "imds_unreachable imds",
                                "blind keys:user_data < imds_unreachable")),
                arguments(
                        "dead-key",
                        2,
                        "attached",
                        List.of(
                                "dead_key_shadows_role default_chain",
                                "dead_key_shadows_role pm2:api < pm2_cached_environment",
                                "keys_shadow_role pm2:api < pm2_cached_environment",
                                "keys_shadow_role /root/.aws/credentials < dead_key_shadows_role",
                                "pm2_cached_environment pm2:api",
                                "static_key_live " + KEY + " < dead_key_shadows_role")),
                arguments(
                        "expired-token",
                        2,
                        "attached",
                        probesFailBecauseOf("credentials_expired", "credentials_expired app-backend-role")),
                arguments("stale-app", 1, "attached", List.of("app_holds_stale_credentials pm2:api")),
                arguments(
                        "session-revoked",
                        2,
                        "attached",
                        List.of(
                                "session_revoked app-backend-role",
                                "probe_failed read-source < session_revoked",
                                "probe_failed write-output < session_revoked",
                                "probe_failed viewer-role < session_revoked")),
                arguments(
                        "cross-region-denied",
                        2,
                        "attached",
                        List.of(
                                "cross_region_inference_denied nova-pro",
                                "probe_failed nova-pro < cross_region_inference_denied")),
                arguments(
                        "over-permissive",
                        2,
                        "attached",
                        List.of("probe_not_denied write-to-source-is-denied", "probe_not_denied ec2-is-denied")),
                arguments(
                        "clock-skew",
                        2,
                        "attached",
                        List.of("clock_skewed clock", "probe_failed nova-pro < clock_skewed")),
                arguments("model-id-invalid", 2, "attached", List.of("probe_failed embeddings")),
                arguments(
                        "throttled",
                        2,
                        "attached",
                        List.of(
                                "probe_failed read-source",
                                "probe_failed write-output",
                                "probe_failed write-to-source-is-denied")),
                arguments(
                        "profile-expired",
                        2,
                        "profile_not_found",
                        probesFailBecauseOf("profile_not_found", "profile_not_found instance_profile")),
                arguments("profile-recreated", 2, "attached", List.of("profile_deleted_countdown instance_profile")),
                arguments(
                        "trust-denied",
                        2,
                        "trust_denied",
                        probesFailBecauseOf("trust_policy_denies_ec2", "trust_policy_denies_ec2 instance_profile")),
                arguments("rotation-late", 1, "attached", List.of("rotation_overdue app-backend-role")),
                arguments("outage", 1, "attached", List.of("credentials_expired_but_accepted app-backend-role")),
                arguments(
                        "root-key",
                        2,
                        "attached",
                        List.of(
                                "keys_shadow_role default_chain < keys_shadow_role",
                                "keys_shadow_role /root/.aws/credentials",
                                "caller_is_root default_chain",
                                "static_key_live " + KEY + " < keys_shadow_role")),
                arguments(
                        "leftovers",
                        1,
                        "attached",
                        List.of("static_key_at_rest " + KEY, "static_key_in_backup " + KEY)),
                arguments("pasted-session", 1, "attached", List.of("temporary_key_pasted unit:billing.service")),
                arguments(
                        "elsewhere",
                        2,
                        "attached",
                        List.of(
                                "wrong_account instance_role",
                                "wrong_account default_chain < wrong_account",
                                "wrong_role instance_role",
                                "wrong_role default_chain < wrong_role")),
                arguments("impersonated", 2, "attached", List.of("session_is_not_this_instance instance_role")),
                arguments(
                        "imds-disabled",
                        2,
                        "imds_disabled",
                        probesFailBecauseOf(
                                "imds_disabled", "imds_disabled imds", "blind keys:user_data < imds_disabled")),
                arguments(
                        "imds-throttled",
                        2,
                        "unknown",
                        probesFailBecauseOf(
                                "imds_throttled", "imds_throttled imds", "blind keys:user_data < imds_throttled")),
                arguments(
                        "imds-hop-limit",
                        2,
                        "imds_unreachable",
                        probesFailBecauseOf(
                                "imds_hop_limit",
                                "imds_hop_limit imds",
                                "imds_v1_enabled imds",
                                "blind keys:user_data < imds_hop_limit")),
                arguments("imds-v1", 1, "attached", List.of("imds_v1_enabled imds")),
                arguments("full-smoke", 0, "attached", List.of()));
    }

    @Test
    void theTableHasEveryFindingCode() {
        Set<String> codes = scenarios()
                .flatMap(row -> ((List<?>) row.get()[3]).stream())
                .map(finding -> finding.toString().split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all =
                Stream.of(FindingCode.values()).map(FindingCode::label).collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "keys-shadow-role", "profile-deleted"})
    void theTextOfAScenarioIsWhatItWas(String name) throws IOException {
        try (RunningProcess demo = PackagedJar.start("demo", "--scenario", name, "--once")) {
            demo.awaitExit(LIMIT);

            Golden.compare(timeless(demo.stdout()), "scenarios/" + name + ".txt");
        }
    }

    /** The same without what differs from run to run: times, how long things took, ports, and the keys of sessions. */
    private static String timeless(String text) {
        return text.replaceAll("20\\d\\d-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z| UTC)", "TIME")
                .replaceAll("\\b(in \\d+[smhd]( \\d+[smhd])?|\\d+[smhd]( \\d+[smhd])? ago)\\b", "SPAN")
                .replaceAll("\\b\\d+(\\.\\d+)? m?s\\b", "SPAN")
                .replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "HOST:PORT")
                .replaceAll("(ASIA\\*{12})\\w{4}", "$1XXXX")
                .replaceAll("(\"\\w*(?:duration|took|skew|age)_seconds\" ?: )-?[\\d.E-]+", "$10")
                .replaceAll("(?<=\\S) {2,}", "  ")
                .replaceAll("(?m)[ ]+$", "");
    }

    @Test
    void theWholeSmokeListSkipsOneTestAndPassesTheOthers() throws IOException {
        try (RunningProcess demo =
                PackagedJar.start("demo", "--scenario", "full-smoke", "--once", "--format", "json")) {
            assertThat(demo.awaitExit(LIMIT)).as(demo.description()).isZero();

            JsonNode probes = JSON.readTree(demo.stdout()).path("probes");
            assertThat(probes)
                    .hasSize(11)
                    .allSatisfy(probe -> assertThat(probe.path("outcome").asText())
                            .isEqualTo(probe.path("probe").asText().equals("camera-live") ? "skipped" : "passed"));
            assertThat(demo.stdout()).doesNotContain("FAKE");
        }
    }

    private static List<String> probesFailBecauseOf(String cause, String... others) {
        List<String> findings = new ArrayList<>(List.of(others));
        PROBES.forEach(probe -> findings.add("probe_failed " + probe + " < " + cause));
        return findings;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aScenarioEndsInItsFindingsAndNoOthers(String name, int exitCode, String state, List<String> findings)
            throws IOException {
        try (RunningProcess demo = PackagedJar.start("demo", "--scenario", name, "--once", "--format", "json")) {
            assertThat(demo.awaitExit(LIMIT)).as(demo.description()).isEqualTo(exitCode);

            JsonNode status = JSON.readTree(demo.stdout());
            assertThat(status.path("role").path("state").asText()).isEqualTo(state);
            assertThat(findings(status)).containsExactlyInAnyOrderElementsOf(findings);
            assertThat(StatusSchema.problems(demo.stdout())).isEmpty();
            assertThat(demo.stderr()).isEmpty();
            if (WHOLE_DOCUMENTS.contains(name)) {
                Golden.compare(timeless(demo.stdout()), "scenarios/" + name + ".json");
            }
        }
    }

    @Test
    void theTableAboveHasEveryScenarioThatIsListed() throws IOException {
        try (RunningProcess demo = PackagedJar.start("demo", "--list")) {
            assertThat(demo.awaitExit(LIMIT)).isZero();

            assertThat(demo.stdout().lines().map(line -> line.substring(0, line.indexOf(' '))))
                    .containsExactlyElementsOf(
                            scenarios().map(row -> (String) row.get()[0]).toList());
        }
    }

    @Test
    void theVerdictStandsOnTheFirstLine() throws IOException {
        try (RunningProcess demo = PackagedJar.start("demo", "--once")) {
            assertThat(demo.awaitExit(LIMIT)).isEqualTo(2);

            assertThat(demo.stdout().lines().findFirst().orElse(""))
                    .startsWith("CRITICAL  PM2 still holds a key that is gone from the files")
                    .contains("pm2:api");
            assertThat(demo.stdout()).doesNotContain("\u001b");
        }
    }

    private static List<String> findings(JsonNode status) {
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : status.path("findings")) {
            String cause = finding.path("caused_by").isNull()
                    ? ""
                    : " < " + finding.path("caused_by").asText();
            findings.add(finding.path("code").asText() + " "
                    + finding.path("subject").asText() + cause);
        }
        return findings;
    }
}

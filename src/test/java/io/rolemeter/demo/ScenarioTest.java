package io.rolemeter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.http.RawHttp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final String ROLE = "arn:aws:sts::111122223333:assumed-role/app-backend-role/i-0a1b2c3d4e5f67890";
    private static final String USER = "arn:aws:iam::111122223333:user/app-backend";

    @ParameterizedTest
    @CsvSource({
        "healthy," + ROLE + ",AccessDenied",
        "keys-shadow-role," + USER + ",allowed",
        "iam-user-only," + USER + ",allowed",
        "profile-deleted," + ROLE + ",AccessDenied",
        "expiring," + ROLE + ",AccessDenied"
    })
    void the_default_chain_of_a_jvm_on_the_host_is_who_the_scenario_says(String name, String caller, String write)
            throws Exception {
        try (SimulatedHost host = Hosts.start(name)) {
            assertThat(DefaultChain.report(host)).containsExactly(caller, "allowed", write);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-without-role", "imds-down"})
    void where_there_is_no_role_and_no_key_the_default_chain_finds_nothing(String name) throws Exception {
        try (SimulatedHost host = Hosts.start(name)) {
            assertThat(DefaultChain.report(host))
                    .singleElement()
                    .asString()
                    .startsWith("Unable to load credentials from any of the providers in the chain");
        }
    }

    @Test
    void every_scenario_is_found_by_its_name() {
        List<String> names = Scenarios.all().stream().map(Scenario::name).toList();
        assertThat(names)
                .containsExactly(
                        "healthy",
                        "keys-shadow-role",
                        "iam-user-only",
                        "profile-without-role",
                        "profile-deleted",
                        "expiring",
                        "imds-down",
                        "dead-key",
                        "expired-token",
                        "session-revoked",
                        "cross-region-denied",
                        "over-permissive",
                        "clock-skew",
                        "model-id-invalid",
                        "throttled",
                        "profile-expired",
                        "profile-recreated",
                        "trust-denied",
                        "rotation-late",
                        "outage",
                        "root-key",
                        "leftovers",
                        "pasted-session",
                        "elsewhere",
                        "impersonated",
                        "imds-disabled",
                        "imds-throttled",
                        "imds-hop-limit",
                        "imds-v1",
                        "full-smoke")
                .allSatisfy(name -> assertThat(Scenarios.named(name)).isPresent());
        assertThat(Scenarios.named("Healthy")).isEmpty();
    }

    @Test
    void closing_twice_leaves_neither_files_nor_listeners() {
        SimulatedHost host = Hosts.start("keys-shadow-role");
        host.close();
        host.close();
        assertThat(host.root()).doesNotExist();
        assertThat(host.stsEndpoint())
                .satisfies(endpoint -> assertThat(RawHttp.refuses(endpoint)).isTrue());
    }
}

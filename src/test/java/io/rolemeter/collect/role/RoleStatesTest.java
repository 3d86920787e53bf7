package io.rolemeter.collect.role;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static io.rolemeter.collect.role.StubbedImds.INFO;
import static io.rolemeter.collect.role.StubbedImds.INFO_DOCUMENT;
import static io.rolemeter.collect.role.StubbedImds.ROLE;
import static io.rolemeter.collect.role.StubbedImds.ROLES;
import static io.rolemeter.collect.role.StubbedImds.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.http.Fault;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer that the metadata service can give, and what it says about the role. */
class RoleStatesTest {
    private static final String KEY = "ASIARTX3GSDSSESSION2";
    private static final Optional<ImdsFailure> HEALTHY = Optional.empty();
    private static final String EXPIRES = "2026-11-21T18:00:00Z";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:30:00Z"), ZoneOffset.UTC);

    private final StubbedImds imds = new StubbedImds();
    private final RoleMemory memory = new RoleMemory(Optional.empty());

    @AfterEach
    void stop() {
        imds.close();
    }

    static Stream<Arguments> states() {
        return Stream.of(
                state("no profile", RoleState.ABSENT, HEALTHY, imds -> {}),
                state(
                        "Success with the message that there is no role",
                        RoleState.PROFILE_WITHOUT_ROLE,
                        HEALTHY,
                        imds -> imds.answer(
                                INFO,
                                INFO_DOCUMENT.replace(
                                        "\"LastUpdated\"",
                                        "\"Message\" : \"Instance Profile does not contain a role. Please see documentation\","
                                                + " \"LastUpdated\""))),
                state(
                        "a profile and no role listed",
                        RoleState.PROFILE_WITHOUT_ROLE,
                        HEALTHY,
                        imds -> imds.answer(INFO, INFO_DOCUMENT)),
                state("the profile is gone", RoleState.PROFILE_NOT_FOUND, HEALTHY, imds -> imds.answer(INFO, """
                        {"Code" : "InstanceProfileNotFound", "LastUpdated" : "2026-11-21T12:00:00Z",
                         "Message" : "Instance Profile with Id AIPARTX3GSDSPROFILE23 cannot be found."}
                        """)),
                state(
                        "EC2 may not assume the role, said with HTTP 200",
                        RoleState.TRUST_DENIED,
                        HEALTHY,
                        imds -> imds.answer(INFO, INFO_DOCUMENT)
                                .answer(ROLES, aResponse().withBody(ROLE))
                                .answer(ROLES + ROLE, """
                                {"Code" : "AssumeRoleUnauthorizedAccess", "LastUpdated" : "2026-11-21T12:00:00Z",
                                 "Message" : "EC2 cannot assume the role backend-role."}
                                """)),
                state(
                        "a code that nobody has documented",
                        RoleState.UNKNOWN,
                        HEALTHY,
                        imds -> imds.answer(INFO, INFO_DOCUMENT)
                                .answer(ROLES, aResponse().withBody(ROLE))
                                .answer(ROLES + ROLE, "{\"Code\" : \"Failed\"}")),
                state(
                        "credentials without a secret",
                        RoleState.UNKNOWN,
                        HEALTHY,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(
                                        ROLES + ROLE,
                                        "{\"Code\":\"Success\",\"AccessKeyId\":\"" + KEY
                                                + "\",\"Expiration\":\"tomorrow\"}")),
                state(
                        "switched off",
                        RoleState.IMDS_DISABLED,
                        ImdsFailure.FORBIDDEN,
                        imds -> imds.server.stubFor(any(anyUrl())
                                .atPriority(1)
                                .willReturn(aResponse().withStatus(403)))),
                state(
                        "503",
                        RoleState.IMDS_UNREACHABLE,
                        ImdsFailure.UNAVAILABLE,
                        imds -> imds.server.stubFor(any(anyUrl())
                                .atPriority(1)
                                .willReturn(aResponse().withStatus(503)))),
                state(
                        "429",
                        RoleState.UNKNOWN,
                        ImdsFailure.THROTTLED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(INFO, aResponse().withStatus(429))),
                state(
                        "HTML for everything",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.server.stubFor(any(anyUrl())
                                .atPriority(1)
                                .willReturn(aResponse().withBody("<html>Sign in</html>")))),
                state(
                        "HTML for a document",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(INFO, aResponse().withBody("<html>Sign in</html>"))),
                state(
                        "HTML for the list of roles",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(ROLES, aResponse().withBody("<html>\nSign in</html>"))),
                state(
                        "garbage",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(INFO, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))),
                state(
                        "nothing",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(INFO, aResponse().withFault(Fault.EMPTY_RESPONSE))),
                state(
                        "a token that no header can carry",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.server.stubFor(
                                put(TOKEN).atPriority(1).willReturn(StubbedImds.token("two\nlines")))),
                state(
                        "more than any document has",
                        RoleState.UNKNOWN,
                        ImdsFailure.MALFORMED,
                        imds -> imds.attached(KEY, EXPIRES)
                                .answer(INFO, aResponse().withBody("{".repeat(1_000_000)))));
    }

    private static Arguments state(String name, RoleState state, ImdsFailure failure, Consumer<StubbedImds> given) {
        return state(name, state, Optional.of(failure), given);
    }

    private static Arguments state(
            String name, RoleState state, Optional<ImdsFailure> failure, Consumer<StubbedImds> given) {
        return arguments(name, state, failure, given);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("states")
    void everyAnswerOfTheServiceHasItsState(
            String name, RoleState state, Optional<ImdsFailure> failure, Consumer<StubbedImds> given) {
        given.accept(imds);

        RoleFact fact = collect();

        assertThat(fact.state()).as(fact.detail()).isEqualTo(state);
        assertThat(fact.imds().failure()).isEqualTo(failure);
        assertThat(fact.detail()).isNotBlank().doesNotContain("Sign in");
    }

    private RoleFact collect() {
        return imds.collector(memory, CLOCK, false).collect();
    }
}

package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What denials of probes say together, and what to do about each. */
class DenialsTest {
    private static final String IDENTITY = "identity-based policy";
    private static final String OBJECT = "arn:aws:s3:::source/health.txt";
    private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
    private static final String MODEL = "foundation-model/amazon.nova-pro-v1:0";
    private static final String VIEWER = "arn:aws:iam::111122223333:role/viewer";

    @Test
    void aModelThatIsDeniedInAnotherRegionNamesTheArnToAllow() {
        List<Finding> findings = findings(
                seen().probe(denied("nova", implicit("bedrock:InvokeModel", "arn:aws:bedrock:us-west-2::" + MODEL))));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.CROSS_REGION_INFERENCE_DENIED, FindingCode.PROBE_FAILED);
        assertThat(findings.get(0).remedy().get(0))
                .isEqualTo("Allow bedrock:InvokeModel on arn:aws:bedrock:*::" + MODEL
                        + " in the role's policy, beside the inference profile itself.");
        assertThat(findings.get(1).causedBy()).contains(FindingCode.CROSS_REGION_INFERENCE_DENIED);
    }

    @Test
    void aGlobalProfileIsDeniedWithoutARegion() {
        Finding finding = findings(
                        seen().probe(denied("nova", implicit("bedrock:InvokeModel", "arn:aws:bedrock:::" + MODEL))))
                .get(0);

        assertThat(finding.evidence().get(0)).contains("no region at all, as a global profile is");
        assertThat(finding.remedy().get(0)).contains("arn:aws:bedrock:*::" + MODEL);
    }

    @Test
    void aServiceControlPolicyHasToBeChangedItself() {
        DeniedAction denied =
                explicit("bedrock:InvokeModel", "arn:aws:bedrock:us-west-2::" + MODEL, "service control policy");

        assertThat(findings(seen().probe(denied("nova", denied))).get(0).remedy())
                .containsExactly(
                        "Exempt bedrock:InvokeModel from the limit on regions in a service control policy, for every"
                                + " region that the profile routes to (for a global profile, also for the region \"unspecified\"), or"
                                + " use a profile that stays within the allowed regions.");
    }

    @Test
    void aModelThatIsDeniedInTheRegionOfTheCallIsAnOrdinaryDenial() {
        assertThat(findings(seen().probe(denied(
                        "nova", implicit("bedrock:InvokeModel", "arn:aws:bedrock:eu-west-1::" + MODEL)))))
                .extracting(Finding::code)
                .containsExactly(FindingCode.PROBE_FAILED);
    }

    @Test
    void allExplicitDenialsWhileStsAnswersAreARevokedSession() {
        List<Finding> findings = findings(seen().probe(denied("read", explicit("s3:GetObject", OBJECT, IDENTITY)))
                .probe(denied("viewer", explicit("sts:AssumeRole", VIEWER, IDENTITY))));

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.SESSION_REVOKED, FindingCode.PROBE_FAILED, FindingCode.PROBE_FAILED);
        assertThat(findings.get(0).subject()).isEqualTo("backend-role");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty());
        assertThat(findings.subList(1, 3))
                .allSatisfy(effect -> assertThat(effect.causedBy()).contains(FindingCode.SESSION_REVOKED));
    }

    static Stream<Arguments> notRevoked() {
        ProbeState read = denied("read", explicit("s3:GetObject", OBJECT, IDENTITY));
        ProbeState viewer = denied("viewer", explicit("sts:AssumeRole", VIEWER, IDENTITY));
        ProbeState passed = state(
                "write",
                "s3-put",
                new ProbeRun(ProbeRun.Outcome.PASSED, Optional.empty(), "wrote", Duration.ZERO, NOW));
        return Stream.of(
                arguments("one action alone", seen().probe(read)),
                arguments("one probe passes", seen().probe(read).probe(viewer).probe(passed)),
                arguments(
                        "one is not allowed anyway",
                        seen().probe(read).probe(viewer).probe(denied("write", implicit("s3:PutObject", OBJECT)))),
                arguments(
                        "another kind of policy",
                        seen().probe(denied("read", explicit("s3:GetObject", OBJECT, "service control policy")))
                                .probe(denied("viewer", explicit("sts:AssumeRole", VIEWER, "service control policy")))),
                arguments(
                        "STS does not answer",
                        seen().unidentified(CallerSubject.INSTANCE_ROLE, FailureReason.EXPIRED_TOKEN)
                                .probe(read)
                                .probe(viewer)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notRevoked(String why, SeenHost host) {
        assertThat(findings(host)).extracting(Finding::code).doesNotContain(FindingCode.SESSION_REVOKED);
    }

    static Stream<Arguments> remedies() {
        return Stream.of(
                arguments(
                        denied("a", implicit("s3:GetObject", OBJECT)),
                        "Allow s3:GetObject on " + OBJECT + " in a policy of the role. Do not bring keys back."),
                arguments(
                        denied("a", implicit("kms:Decrypt", KEY)),
                        "The object is encrypted with a KMS key: allow kms:Decrypt on " + KEY
                                + " in the role's policy, and the role in the key's own policy. Do not bring keys back."),
                arguments(
                        denied("a", explicit("s3:GetObject", OBJECT, "VPC endpoint policy")),
                        "Change the VPC endpoint policy, which denies s3:GetObject on " + OBJECT
                                + ": no allow elsewhere helps against a deny. Do not bring keys back."),
                arguments(
                        failed(
                                FailureReason.DENIED,
                                "AccessDeniedException: Model access is denied due to IAM user or service"
                                        + " role is not authorized to perform the required AWS Marketplace actions"
                                        + " (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe)"),
                        "Let an administrator call the model once in this account, or allow aws-marketplace:Subscribe and"
                                + " aws-marketplace:ViewSubscriptions until it was: the first use of a third party's model"
                                + " subscribes to it."),
                arguments(
                        failed(
                                FailureReason.INVALID_REQUEST,
                                "ValidationException: The provided model identifier is invalid."),
                        "Correct the model's id: this region has no such model. `aws bedrock list-foundation-models` and `aws"
                                + " bedrock list-inference-profiles` name those that there are."),
                arguments(
                        failed(FailureReason.INVALID_REQUEST, "AuthorizationHeaderMalformed: expecting 'eu-west-1'"),
                        "Set region in the probe's settings to the bucket's: it lies in another one."));
    }

    @ParameterizedTest
    @MethodSource
    void remedies(ProbeState probe, String remedy) {
        Finding failed = findings(seen().probe(probe)).stream()
                .filter(finding -> finding.code() == FindingCode.PROBE_FAILED)
                .findFirst()
                .orElseThrow();

        assertThat(failed.remedy()).containsExactly(remedy);
    }

    private static SeenHost seen() {
        return new SeenHost();
    }

    private static List<Finding> findings(SeenHost host) {
        return Rules.diagnose(host.facts(), NOW).findings();
    }

    private static DeniedAction implicit(String action, String resource) {
        return new DeniedAction(
                SeenHost.ROLE_ARN,
                action,
                Optional.of(resource),
                Because.NOT_ALLOWED,
                Optional.of(IDENTITY),
                Optional.empty());
    }

    private static DeniedAction explicit(String action, String resource, String policy) {
        return new DeniedAction(
                SeenHost.ROLE_ARN,
                action,
                Optional.of(resource),
                Because.EXPLICIT_DENY,
                Optional.of(policy),
                Optional.empty());
    }

    static ProbeState denied(String name, DeniedAction denied) {
        return state(
                name,
                "s3-get",
                new ProbeRun(
                        ProbeRun.Outcome.FAILED,
                        Optional.of(FailureReason.DENIED),
                        "AccessDenied: no",
                        Optional.of(new DeniedCall("eu-west-1", denied)),
                        Duration.ZERO,
                        NOW));
    }

    private static ProbeState failed(FailureReason reason, String detail) {
        return state(
                "a",
                "bedrock-converse",
                new ProbeRun(ProbeRun.Outcome.FAILED, Optional.of(reason), detail, Duration.ZERO, NOW));
    }

    private static ProbeState state(String name, String kind, ProbeRun run) {
        return ProbeState.waiting(name, kind, Expectation.ALLOWED).after(run);
    }
}

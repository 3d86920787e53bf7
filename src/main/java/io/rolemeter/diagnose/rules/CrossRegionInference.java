package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bedrock sent a call on to a region where the policy does not allow the model. Which region it chooses changes from call to
 * call, so this comes and goes; a {@code global.} profile is denied without any region.
 */
public final class CrossRegionInference implements Rule {
    private static final String MODEL = ":foundation-model/";

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.probes().map(ProbesFact::probes).orElse(List.of()).stream()
                .filter(probe -> probe.expect() == Expectation.ALLOWED)
                .flatMap(probe ->
                        probe.last().flatMap(ProbeRun::denied).flatMap(call -> finding(probe, call, now)).stream())
                .toList();
    }

    private static Optional<Finding> finding(ProbeState probe, DeniedCall call, Instant now) {
        DeniedAction denied = call.denied();
        Optional<String> elsewhere = denied.resourceRegion().filter(region -> !region.equals(call.region()));
        String resource = denied.resource().orElse("");
        if (elsewhere.isEmpty() || !denied.action().startsWith("bedrock:") || !resource.contains(MODEL)) {
            return Optional.empty();
        }
        String routed = elsewhere.get().isEmpty() ? "no region at all, as a global profile is" : elsewhere.get();
        Draft draft = Draft.critical(FindingCode.CROSS_REGION_INFERENCE_DENIED, probe.name())
                .because("the call to " + call.region() + " was routed to " + routed + ", and " + denied.action()
                        + " is denied there on " + resource);
        return Optional.of(
                denied.because() == Because.EXPLICIT_DENY
                        ? draft.remedy(exempted(denied)).at(now)
                        : draft.remedy("Allow " + Command.spoken(denied.action() + " on " + everyRegion(resource))
                                        + " in the role's policy, beside the inference profile itself.")
                                .remedy("One green run proves nothing: the next call may be routed to another region.")
                                .at(now));
    }

    private static String exempted(DeniedAction denied) {
        String policy = "a " + denied.policyType().orElse("policy")
                + denied.policyArn().map(arn -> " (" + arn + ")").orElse("");
        return "Exempt " + Command.spoken(denied.action() + " from the limit on regions in " + policy)
                + ", for every region that the profile routes to (for a global profile, also for the region"
                + " \"unspecified\"), or use a profile that stays within the allowed regions.";
    }

    private static String everyRegion(String resource) {
        String[] parts = resource.split(":", 5);
        return String.join(":", parts[0], parts[1], parts[2], "*", parts[4]);
    }
}

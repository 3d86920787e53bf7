package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.json.Json;
import io.rolemeter.model.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets IAM Access Analyzer validate a policy, which must have no findings. It reads the policy as written here, not the one in
 * IAM, and does not see a region that is missing for a cross-region model. Needs {@code access-analyzer:ValidatePolicy}. Free.
 *
 * <pre>{@code
 * access-analyzer:
 *   policy: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::source/*" }] }
 *   type: IDENTITY_POLICY
 * }</pre>
 */
public final class AccessAnalyzer implements ProbeKind {
    private static final Set<String> TYPES =
            Set.of("IDENTITY_POLICY", "RESOURCE_POLICY", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY");

    @Override
    public String name() {
        return "access-analyzer";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        Optional<JsonNode> policy = own.json("policy");
        if (policy.isEmpty()) {
            own.reject("policy", "a policy, as a mapping or as JSON in a text");
        }
        String type = own.value(
                        "type",
                        "IDENTITY_POLICY, RESOURCE_POLICY, SERVICE_CONTROL_POLICY or RESOURCE_CONTROL_POLICY",
                        text -> Optional.of(text).filter(TYPES::contains))
                .orElse("IDENTITY_POLICY");
        String document = policy.map(tree -> tree.isTextual() ? tree.textValue() : Json.write(tree))
                .orElse("");
        String body = JsonBody.write(Map.of("policyDocument", document, "policyType", type));
        Optional<String> ownRegion = own.region("region");
        return Probe.needing(
                scope -> List.of(Grant.of("access-analyzer:ValidatePolicy", "*")),
                aws -> AwsCall.in(ownRegion, aws, region -> {
                    ApiService analyzer = ApiService.of("access-analyzer", region);
                    ApiRequest request = ApiRequest.rest(analyzer, "POST", "/policy/validation", body);
                    return judge(
                            JsonBody.read(aws.clients()
                                            .call(request, aws.role(), settings.timeout())
                                            .orThrow()
                                            .body())
                                    .path("findings"),
                            Allowed.with(settings));
                }));
    }

    private static Answer judge(JsonNode findings, Allowed allowed) {
        if (!findings.isArray()) {
            return Answer.Refused.unexpected("Access Analyzer answered without a list of findings");
        }
        JsonNode first = findings.path(0);
        return findings.isEmpty()
                ? new Answer.Done("the policy has no findings")
                : allowed.unfit(SafeText.of("the policy has findings: " + findings.size() + ", first "
                        + first.path("findingType").asText() + " "
                        + first.path("issueCode").asText() + ": "
                        + first.path("findingDetails").asText()));
    }
}

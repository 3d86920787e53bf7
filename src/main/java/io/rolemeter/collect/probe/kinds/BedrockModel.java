package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Scope;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of Bedrock, or an inference profile before it.
 *
 * @param id of the model ({@code amazon.nova-lite-v1:0}), of a profile ({@code us.amazon.nova-lite-v1:0}), or an ARN
 * @param region where it is not the instance's
 */
record BedrockModel(String id, Optional<String> region) {
    /** Each run costs tokens. */
    static final Duration INTERVAL = Duration.ofHours(1);

    /** In the ARN of a profile that AWS has defined: what follows says which model it runs. */
    private static final String SYSTEM_PROFILE = ":inference-profile/";

    /** What an inference profile's id begins with. */
    private static final Pattern PROFILE = Pattern.compile("(?:us|us-gov|eu|apac|au|ca|jp|global)\\.(.+)");

    static BedrockModel read(ProbeSettings settings) {
        Section own = settings.own();
        return new BedrockModel(own.required("model"), own.region("region"));
    }

    /**
     * Through a profile, Bedrock runs the model in a region of its own choosing, and asks the policy for the model there: so in
     * every region, and for {@code global.} without one.
     */
    List<Grant> grants(Scope scope) {
        Scope here = scope.in(region);
        boolean named = id.startsWith("arn:");
        String name =
                id.contains(SYSTEM_PROFILE) ? id.substring(id.indexOf(SYSTEM_PROFILE) + SYSTEM_PROFILE.length()) : id;
        Matcher profile = PROFILE.matcher(name);
        if (!profile.matches()) {
            if (named) {
                return List.of(Grant.of("bedrock:InvokeModel", id));
            }
            Scope unowned = new Scope(here.partition(), here.region(), "");
            return List.of(Grant.of("bedrock:InvokeModel", unowned.arn("bedrock", "foundation-model/" + id)));
        }
        List<String> resources = new ArrayList<>();
        resources.add(named ? id : here.arn("bedrock", "inference-profile/" + id));
        resources.add(
                new Scope(here.partition(), Scope.ANY, "").arn("bedrock", "foundation-model/" + profile.group(1)));
        if (name.startsWith("global.")) {
            resources.add(here.everywhere().unowned().arn("bedrock", "foundation-model/" + profile.group(1)));
        }
        return List.of(new Grant(List.of("bedrock:InvokeModel"), resources));
    }

    /** The answer to one operation on the model, one of success. */
    ApiAnswer post(String operation, JsonNode body, BedrockCall call) {
        String path = "/model/" + ApiRequest.segment(id) + "/" + operation;
        ApiService service = ApiService.of("bedrock-runtime", call.region());
        return call.aws()
                .clients()
                .call(
                        ApiRequest.rest(service, "POST", path, Json.write(body)),
                        call.aws().role(),
                        call.timeout())
                .orThrow();
    }

    /** In which region, with whose credentials, in what time. */
    record BedrockCall(String region, AwsAccess aws, Duration timeout) {}

    @Override
    public String toString() {
        return "model " + id;
    }
}

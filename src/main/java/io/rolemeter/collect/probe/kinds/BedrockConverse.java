package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.time.Duration;

/**
 * Lets a chat model say one token, once an hour unless configured otherwise. Needs {@code bedrock:InvokeModel} on the model, and
 * through a cross-region profile on the profile and on the model in every region that it may route to: one green run does not
 * prove the others. Costs about two tokens a run: 24 runs a day are far below a cent with small models.
 *
 * <pre>{@code
 * bedrock-converse: { model: us.amazon.nova-lite-v1:0 }
 * }</pre>
 */
public final class BedrockConverse implements ProbeKind {
    private static final JsonNode QUESTION = JsonBody.read("""
            {"messages":[{"role":"user","content":[{"text":"ok"}]}],"inferenceConfig":{"maxTokens":1}}""");

    @Override
    public String name() {
        return "bedrock-converse";
    }

    @Override
    public Duration interval() {
        return BedrockModel.INTERVAL;
    }

    @Override
    public Probe read(ProbeSettings settings) {
        BedrockModel model = BedrockModel.read(settings);
        return Probe.needing(
                model::grants,
                aws -> AwsCall.in(model.region(), aws, region -> {
                    BedrockModel.BedrockCall call = new BedrockModel.BedrockCall(region, aws, settings.timeout());
                    JsonNode answer =
                            JsonBody.read(model.post("converse", QUESTION, call).body());
                    return answer.path("output").path("message").isObject()
                            ? new Answer.Done(model + " answered in " + region)
                            : Answer.Refused.unexpected(model + " answered without a message");
                }));
    }
}

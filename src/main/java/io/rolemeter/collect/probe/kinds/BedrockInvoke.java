package io.rolemeter.collect.probe.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import java.time.Duration;

/**
 * Invokes a model that is none for chats, such as one for embeddings, once an hour unless configured otherwise. The body is the
 * model's own; without one it is Titan's {@code {"inputText": "ok"}}. Needs and costs what {@link BedrockConverse} does.
 *
 * <pre>{@code
 * bedrock-invoke: { model: amazon.titan-embed-text-v2:0, body: { inputText: ok }, count: { /embedding: 1024 } }
 * }</pre>
 */
public final class BedrockInvoke implements ProbeKind {
    private static final JsonNode SHORT_TEXT = JsonBody.read("{\"inputText\":\"ok\"}");

    @Override
    public String name() {
        return "bedrock-invoke";
    }

    @Override
    public Duration interval() {
        return BedrockModel.INTERVAL;
    }

    @Override
    public Probe read(ProbeSettings settings) {
        BedrockModel model = BedrockModel.read(settings);
        JsonNode body = settings.own().json("body").orElse(SHORT_TEXT);
        AnswerChecks checks = AnswerChecks.read(settings.own());
        return Probe.needing(
                model::grants,
                aws -> AwsCall.in(model.region(), aws, region -> {
                    BedrockModel.BedrockCall call = new BedrockModel.BedrockCall(region, aws, settings.timeout());
                    ApiAnswer answer = model.post("invoke", body, call);
                    return checks.unmet(answer.body())
                            .map(check -> Allowed.with(settings).unfit(model + ": " + check))
                            .orElseGet(() -> new Answer.Done(model + " answered in " + region));
                }));
    }
}

package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedCall;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.ProbeRun;
import java.util.List;
import java.util.Locale;

/** What to do about a probe that had to pass and did not. */
final class ProbeRemedies {
    private static final String NO_KEYS = " Do not bring keys back.";

    /** What a message means to whoever can help, where its code alone says too little. */
    private record Known(String words, String remedy) {}

    private static final List<Known> MESSAGES = List.of(
            new Known(
                    "aws-marketplace:",
                    "Let an administrator call the model once in this account, or allow aws-marketplace:Subscribe and"
                            + " aws-marketplace:ViewSubscriptions until it was: the first use of a third party's model"
                            + " subscribes to it."),
            new Known(
                    "access to the model with the specified model id",
                    "Request access to the model, in this region, on Bedrock's page of model access."),
            new Known(
                    "model identifier is invalid",
                    "Correct the model's id: this region has no such model. `aws bedrock list-foundation-models` and `aws"
                            + " bedrock list-inference-profiles` name those that there are."),
            new Known(
                    "on-demand throughput",
                    "Use the id of an inference profile of the model, which begins with us., eu., apac. or global."),
            new Known(
                    "doesn't support the model",
                    "It is no chat model: probe it with bedrock-invoke and a body of its own."),
            new Known("authorizationheadermalformed", wrongRegion()),
            new Known("permanentredirect", wrongRegion()),
            new Known(
                    "1 hour session limit",
                    "Ask for an hour at most: a role that assumes another one gets no longer."));

    private ProbeRemedies() {}

    static String of(ProbeRun run, FailureReason reason) {
        String detail = run.detail().toLowerCase(Locale.ROOT);
        return MESSAGES.stream()
                .filter(known -> detail.contains(known.words()))
                .map(Known::remedy)
                .findFirst()
                .orElseGet(() -> reason == FailureReason.DENIED
                        ? run.denied()
                                .map(DeniedCall::denied)
                                .map(ProbeRemedies::denied)
                                .orElseGet(ProbeRemedies::unknown)
                        : general(reason));
    }

    private static String denied(DeniedAction denied) {
        String resource = denied.resource().map(name -> " on " + name).orElse("");
        String what = Command.spoken(denied.action() + resource);
        String policy = denied.policyType().map(Command::spoken).orElse("policy");
        if (denied.action().startsWith("kms:")) {
            return "The object is encrypted with a KMS key: allow " + what
                    + " in the role's policy, and the role in the key's own policy." + NO_KEYS;
        }
        return switch (denied.because()) {
            case EXPLICIT_DENY ->
                "Change the " + policy
                        + denied.policyArn()
                                .map(arn -> " " + Command.spoken(arn))
                                .orElse("") + ", which denies " + what
                        + ": no allow elsewhere helps against a deny." + NO_KEYS;
            case NOT_ALLOWED ->
                policy.equals("identity-based policy")
                        ? "Allow " + what + " in a policy of the role." + NO_KEYS
                        : "Allow " + what + " in the " + policy + " too: the role's own policy alone does not suffice."
                                + NO_KEYS;
            case NOT_SAID ->
                denied.action().equals("sts:AssumeRole")
                        ? "Allow " + what
                                + " in a policy of the role, and the role in the trust policy of the other one:"
                                + " AWS does not say which of them lacks it." + NO_KEYS
                        : "Allow " + what
                                + " in a policy of the role, and in the resource's own policy where it belongs to"
                                + " another account." + NO_KEYS;
        };
    }

    private static String unknown() {
        return "Allow the action in the role's policy; the answer above names it." + NO_KEYS;
    }

    private static String wrongRegion() {
        return "Set region in the probe's settings to the bucket's: it lies in another one.";
    }

    private static String general(FailureReason reason) {
        return switch (reason) {
            case EXPIRED_TOKEN, NO_CREDENTIALS -> "Mend the role's credentials first; see the other findings.";
            case INVALID_KEY ->
                "The role may have been deleted, or its session ended by it: check that the role exists, and"
                        + " that the region is enabled for the account.";
            case BAD_SIGNATURE, CLOCK_SKEW -> "Set the clock: `chronyc tracking`, and 169.254.169.123 as a source.";
            case NOT_FOUND, INVALID_REQUEST -> "Check the names in the probe's settings.";
            case THROTTLED ->
                "Give the probe a longer interval; if other programs are throttled too, have the service's quota"
                        + " raised.";
            case TIMEOUT, UNREACHABLE, TLS ->
                "Check the way to AWS: route, DNS, VPC endpoint and its policy,"
                        + " proxy; or give the probe more time.";
            default -> "See the answer above.";
        };
    }
}

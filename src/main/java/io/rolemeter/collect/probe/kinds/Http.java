package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.aws.AwsFailure;
import io.rolemeter.aws.UnsignedCall;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks the application itself, at the dry run that it offers: whether it works with its own credentials is what only it knows.
 * Sends no credentials, follows no redirect, and quotes nothing of the answer. HTTP 401 and 403 are denials; with
 * {@code expect: denied} a {@code status} says which, and the checks are then of what it holds. Costs what the application does
 * for it.
 *
 * <pre>{@code
 * http: { url: "http://127.0.0.1:3000/summary?dryRun=1", method: POST, body: { dryRun: true }, status: 200, json: { /ok: true } }
 * }</pre>
 */
public final class Http implements ProbeKind {
    private static final Set<Integer> DENIALS = Set.of(401, 403);
    private static final int LAST_PORT = 65_535;

    /** What the answer must be. */
    private record Expected(Optional<Integer> status, AnswerChecks checks, boolean denied) {
        boolean met(int answered) {
            return status.map(wanted -> wanted == answered).orElse(answered / 100 == 2);
        }

        /** Whether the status and the checks describe a denial; else they describe the success that must not come. */
        boolean meantForDenials() {
            return status.filter(DENIALS::contains).isPresent();
        }
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        URI url = own.required("url", "an http or https URL such as http://host:port", Http::url)
                .orElse(URI.create("http://localhost"));
        RequestContent content = RequestContent.read(own);
        UnsignedCall call = new UnsignedCall(url, content.method(), headers(content), content.body());
        boolean denied = settings.expect() == Expectation.DENIED;
        Expected expected = new Expected(status(own, denied), AnswerChecks.read(own), denied);
        return aws -> ask(call, settings.timeout(), expected);
    }

    private static Optional<Integer> status(Section own, boolean denied) {
        Optional<Integer> status = own.number("status", 100, 599).map(Long::intValue);
        if (denied
                && status.filter(one -> !DENIALS.contains(one) && one / 100 != 2)
                        .isPresent()) {
            own.reject("status", "401 or 403, because the probe expects a denial");
        }
        return status;
    }

    private static Map<String, String> headers(RequestContent content) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (!content.body().isEmpty()) {
            headers.put("Content-Type", content.json() ? "application/json" : "text/plain");
        }
        headers.putAll(content.headers());
        return headers;
    }

    private static Answer ask(UnsignedCall call, Duration timeout, Expected expected) {
        String asked =
                call.method() + " " + call.url().getAuthority() + call.url().getPath();
        try {
            return judge(asked, call.send(timeout), expected);
        } catch (SdkException e) {
            AwsFailure failure = AwsFailure.of(e);
            String detail = failure.reason() == FailureReason.TIMEOUT ? "no answer in time" : failure.detail();
            return new Answer.Refused(failure.reason(), asked + ": " + detail);
        }
    }

    private static Answer judge(String asked, ApiAnswer answer, Expected expected) {
        String answered = asked + " was answered with HTTP " + answer.status();
        boolean denial = DENIALS.contains(answer.status());
        Answer plain = expected.denied() && denial
                ? new Answer.Refused(FailureReason.DENIED, answered)
                : new Answer.Done(answered);
        if (expected.denied() && (expected.meantForDenials() ? answer.succeeded() : denial)) {
            return plain;
        }
        if (!expected.met(answer.status())) {
            String wanted = expected.status().map(String::valueOf).orElse("2xx");
            FailureReason reason =
                    denial && !expected.denied() ? FailureReason.DENIED : FailureReason.UNEXPECTED_ANSWER;
            return new Answer.Refused(reason, answered + "; expected is " + wanted);
        }
        return expected.checks()
                .unmet(answer.body())
                .<Answer>map(check -> Answer.Refused.unexpected(asked + ": " + check))
                .orElse(plain);
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = URI.create(text);
            boolean complete = url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
            boolean sent = url.getRawUserInfo() == null && url.getRawFragment() == null;
            return Optional.of(url).filter(one -> complete && sent && one.getPort() <= LAST_PORT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package io.rolemeter.store;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import java.util.Collection;
import java.util.List;

/** Credential errors as fields of a line. */
public final class ErrorLines {
    private static final int MAX_DENIALS = 100;

    private ErrorLines() {}

    public static WrittenLine write(WrittenLine line, Collection<LoggedErrors> errors, List<DeniedAction> denials) {
        return line.lines(
                        "errors",
                        errors.stream()
                                .map(one -> new WrittenLine()
                                        .label("error", one.error())
                                        .number("count", one.count())
                                        .moment("last", one.last()))
                                .toList())
                .lines(
                        "denials",
                        denials.stream()
                                .map(denied -> new WrittenLine()
                                        .text("principal", denied.principal())
                                        .text("action", denied.action())
                                        .text("resource", denied.resource())
                                        .label("because", denied.because())
                                        .text("policy_type", denied.policyType())
                                        .text("policy_arn", denied.policyArn()))
                                .toList());
    }

    public static List<LoggedErrors> errors(Line line) {
        return line.lines("errors", LogError.values().length).stream()
                .map(one -> new LoggedErrors(
                        one.label("error", LogError.values()),
                        Math.max(1, one.number("count", Long.MAX_VALUE)),
                        one.moment("last")))
                .toList();
    }

    public static List<DeniedAction> denials(Line line) {
        return line.lines("denials", MAX_DENIALS).stream()
                .map(denied -> new DeniedAction(
                        denied.safeText("principal"),
                        denied.safeText("action"),
                        denied.optionalSafeText("resource"),
                        denied.label("because", DeniedAction.Because.values()),
                        denied.optionalSafeText("policy_type"),
                        denied.optionalSafeText("policy_arn")))
                .toList();
    }
}

package io.rolemeter.collect.probe.kinds;

import io.rolemeter.aws.ApiAnswer;
import io.rolemeter.aws.ApiError;
import io.rolemeter.aws.ApiRequest;
import io.rolemeter.aws.ApiService;
import io.rolemeter.aws.AwsAccess;
import io.rolemeter.aws.Xml;
import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks which access keys an IAM user still has: none at all after the last step of a migration, none that is active before it,
 * and none that was used since a day. Most roles may not ask, and should not need to: then the probe is skipped. Needs {@code
 * iam:ListAccessKeys}, and with {@code unused_since} {@code iam:GetAccessKeyLastUsed}. Free.
 *
 * <pre>{@code
 * iam-access-keys: { user: app-backend, keys: none }                                  # none, or inactive: none is active
 * iam-access-keys: { user: app-backend, keys: inactive, unused_since: 2026-11-01 }    # at that day's beginning in UTC
 * }</pre>
 */
public final class IamAccessKeys implements ProbeKind {
    private static final String VERSION = "2010-05-08";

    /** What the user's keys must be. */
    private record Wanted(String user, boolean none, Optional<LocalDate> unusedSince) {}

    @Override
    public String name() {
        return "iam-access-keys";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        String keys = own.value(
                        "keys",
                        "none or inactive",
                        text -> Optional.of(text).filter(List.of("none", "inactive")::contains))
                .orElse("none");
        Wanted wanted = new Wanted(
                own.required("user"),
                keys.equals("none"),
                own.value("unused_since", "a day such as 2026-11-01", IamAccessKeys::day));
        Optional<String> ownRegion = own.region("region");
        Allowed allowed = Allowed.with(settings);
        List<String> actions = wanted.unusedSince().isPresent()
                ? List.of("iam:ListAccessKeys", "iam:GetAccessKeyLastUsed")
                : List.of("iam:ListAccessKeys");
        return Probe.needing(
                scope -> List.of(new Grant(actions, List.of(scope.everywhere().arn("iam", "user/" + wanted.user())))),
                aws -> skipping(
                        allowed,
                        AwsCall.in(
                                ownRegion,
                                aws,
                                region -> judge(
                                        new Asked(ApiService.of("iam", region), aws, settings), wanted, allowed))));
    }

    /** With whom to ask IAM. */
    private record Asked(ApiService iam, AwsAccess aws, ProbeSettings settings) {
        ApiAnswer call(String action, Map<String, String> parameters) {
            return aws.clients()
                    .call(
                            ApiRequest.query(iam, action, VERSION, parameters),
                            aws.role(),
                            settings.timeout().dividedBy(2));
        }
    }

    private static Answer skipping(Allowed allowed, Answer answer) {
        boolean denied = answer instanceof Answer.Refused refused && refused.reason() == FailureReason.DENIED;
        return denied && !allowed.mustBeDenied()
                ? new Answer.Inconclusive(
                        "the role may not look at the user's keys, which few roles should: " + answer.detail())
                : answer;
    }

    private static Answer judge(Asked asked, Wanted wanted, Allowed allowed) {
        ApiAnswer answer = asked.call("ListAccessKeys", Map.of("UserName", wanted.user()));
        String user = "user " + wanted.user();
        if (answer.error().map(ApiError::code).filter("NoSuchEntity"::equals).isPresent()) {
            return new Answer.Done(user + " does not exist, and so has no keys");
        }
        Optional<Xml> result = Xml.parse(answer.orThrow().body())
                .map(root -> root.at("ListAccessKeysResult"))
                .flatMap(found -> found.stream().findFirst());
        if (result.isEmpty()) {
            return Answer.Refused.unexpected("IAM answered without a list of keys");
        }
        List<Xml> keys = result.get().at("AccessKeyMetadata/member");
        Optional<Xml> offending = keys.stream()
                .filter(key -> wanted.none() || !key.text("Status").equals(Optional.of("Inactive")))
                .findFirst();
        if (offending.isPresent()) {
            return allowed.unfit(user + " still has "
                    + keys.size() + (keys.size() == 1 ? " key, " : " keys, ") + masked(offending.get())
                    + (wanted.none() ? " among them; expected are none" : " active; expected is none that is active"));
        }
        return wanted.unusedSince()
                .flatMap(since -> keys.stream()
                        .flatMap(key -> usedSince(asked, key, since).stream())
                        .findFirst())
                .map(allowed::unfit)
                .orElseGet(() -> new Answer.Done(
                        user + (keys.isEmpty() ? " has no keys" : " has no active key: " + keys.size() + " inactive")));
    }

    private static Optional<String> usedSince(Asked asked, Xml key, LocalDate since) {
        Map<String, String> parameters =
                Map.of("AccessKeyId", key.text("AccessKeyId").orElse(""));
        return Xml.parse(
                        asked.call("GetAccessKeyLastUsed", parameters).orThrow().body())
                .flatMap(root -> root.text("GetAccessKeyLastUsedResult/AccessKeyLastUsed/LastUsedDate"))
                .flatMap(IamAccessKeys::moment)
                .filter(used -> !used.isBefore(since.atStartOfDay().atOffset(ZoneOffset.UTC)))
                .map(used -> masked(key) + " was used at " + used + "; expected is not since " + since);
    }

    private static String masked(Xml key) {
        return key.text("AccessKeyId").flatMap(KeyId::of).map(KeyId::masked).orElse("one without an id");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

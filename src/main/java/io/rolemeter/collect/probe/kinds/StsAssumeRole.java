package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.collect.probe.AwsCall;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.Probe;
import io.rolemeter.collect.probe.ProbeKind;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.config.Section;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Assumes another role, and drops what it gets: a temporary key, which must live for as long as was asked. A role that assumes
 * another one gets an hour at most. Needs {@code sts:AssumeRole}, and the other role's trust. Free.
 *
 * <pre>{@code
 * sts-assume-role: { role_arn: "arn:aws:iam::111122223333:role/viewer", external_id: optional, duration: 15m }
 * }</pre>
 */
public final class StsAssumeRole implements ProbeKind {
    private static final String SESSION_NAME = "rolemeter";
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Duration LEAST = Duration.ofMinutes(15);
    private static final Duration MOST_FOR_A_ROLE = Duration.ofHours(1);

    /** AWS counts from when it decides, and dates its answer when it sends it. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "sts-assume-role";
    }

    @Override
    public Probe read(ProbeSettings settings) {
        Section own = settings.own();
        String role = own.required("role_arn");
        if (!role.isEmpty() && !role.matches("arn:aws[a-z-]*:iam::\\d{12}:role/\\S+")) {
            own.reject("role_arn", "the ARN of a role, such as arn:aws:iam::111122223333:role/viewer");
        }
        Optional<String> externalId = own.value(
                "external_id",
                "2 to 1224 letters, digits and \"_+=,.@:/-\"",
                text -> Optional.of(text).filter(EXTERNAL_ID.asMatchPredicate()));
        Duration duration = own.duration("duration", LEAST, MOST_FOR_A_ROLE).orElse(LEAST);
        Optional<String> ownRegion = own.region("region");
        return Probe.needing(
                scope -> List.of(Grant.of("sts:AssumeRole", role)),
                aws -> AwsCall.in(ownRegion, aws, region -> {
                    try (StsClient sts = aws.clients().sts(region, aws.role(), settings.timeout())) {
                        return judge(
                                sts.assumeRole(request -> request.roleArn(role)
                                        .roleSessionName(SESSION_NAME)
                                        .durationSeconds((int) duration.toSeconds())
                                        .externalId(externalId.orElse(null))),
                                duration,
                                Allowed.with(settings));
                    }
                }));
    }

    private static Answer judge(AssumeRoleResponse answer, Duration asked, Allowed allowed) {
        Optional<Credentials> credentials = Optional.ofNullable(answer.credentials());
        Optional<KeyKind> kind =
                credentials.map(Credentials::accessKeyId).flatMap(KeyId::of).map(KeyId::kind);
        if (!kind.equals(Optional.of(KeyKind.TEMPORARY))) {
            return new Answer.Refused(FailureReason.UNEXPECTED_ANSWER, "STS gave no temporary key");
        }
        Optional<Duration> lives = answered(answer)
                .flatMap(then -> credentials.map(Credentials::expiration).map(end -> Duration.between(then, end)));
        return lives.filter(life -> life.minus(asked).abs().compareTo(TOLERANCE) > 0)
                .map(life -> allowed.unfit(
                        "the session lives for " + Times.span(life.abs()) + "; asked for were " + Times.span(asked)))
                .orElseGet(() -> new Answer.Done("assumed the role; its credentials were dropped"));
    }

    /** AWS's own time, which a wrong clock here does not touch. */
    private static Optional<Instant> answered(AssumeRoleResponse answer) {
        return Optional.ofNullable(answer.sdkHttpResponse())
                .flatMap(http -> http.firstMatchingHeader("Date"))
                .flatMap(StsAssumeRole::parse);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.rolemeter.publish;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Change;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Rotation;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Diagnoses of hosts that never change, for tests that compare whole outputs. */
public final class Hosts {
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String ACCOUNT = "111122223333";
    public static final KeyId STATIC_KEY = new KeyId("AKIA************3JXF", KeyKind.LONG_TERM, Optional.of(ACCOUNT));

    private Hosts() {}

    /** Before the first cycle. */
    public static Diagnosis unknown() {
        return new Diagnosis(
                NOW,
                Facts.none(Expectations.NONE),
                List.of(),
                Status.UNKNOWN,
                new Migration(MigrationPhase.UNKNOWN, false, List.of("Nothing has been looked at yet.")));
    }

    /** Nothing is wrong: the role is used, its credentials are renewed, and what must pass passes. */
    public static Diagnosis healthy() {
        return OtherHosts.healthy();
    }

    /** The metadata service has stopped to answer, and half of the files cannot be read. */
    public static Diagnosis blind() {
        return OtherHosts.blind();
    }

    /** A role is attached, and the keys of an IAM user still win. */
    public static Diagnosis shadowed() {
        Expectations expectations = new Expectations(
                Optional.of(ACCOUNT), Optional.of("backend-role"), Duration.ofMinutes(15), Duration.ofMinutes(5));
        Facts facts = Facts.none(expectations)
                .with(run(CollectorName.ROLE, 12, true, Duration.ofSeconds(3), Duration.ofSeconds(15)))
                .with(run(CollectorName.CALLER, 148, true, Duration.ofMinutes(2), Duration.ofMinutes(5)))
                .with(run(CollectorName.KEYS, 1530, false, Duration.ofSeconds(90), Duration.ofMinutes(1)))
                .with(run(CollectorName.WORKLOAD, 420, true, Duration.ofSeconds(31), Duration.ofMinutes(1)))
                .with(run(CollectorName.LOGS, 35, true, Duration.ofSeconds(20), Duration.ofMinutes(1)))
                .with(run(CollectorName.PROBE, 260, true, Duration.ofMinutes(1), Duration.ofMinutes(1)));
        facts = role().addTo(facts);
        facts = callers().addTo(facts);
        facts = FoundKeys.fact().addTo(facts);
        facts = RunningWorkloads.fact().addTo(facts);
        facts = ReadLogs.fact().addTo(facts);
        facts = RanProbes.fact().addTo(facts).with(past());
        return new Diagnosis(
                NOW,
                facts,
                findings(),
                Status.CRITICAL,
                NOW.minus(Duration.ofHours(26)),
                new Migration(
                        MigrationPhase.ROLE_SHADOWED,
                        false,
                        List.of(
                                "pm2:api would use AKIA************3JXF from /srv/app/.env.production.",
                                "2 homes could not be read.")),
                List.of(),
                history());
    }

    /** Credentials of this host live six hours and are renewed about an hour before they end. */
    static Past past() {
        List<Rotation> rotations = new ArrayList<>();
        for (int ago = 3; ago >= 0; ago--) {
            rotations.add(new Rotation(
                    Instant.parse("2026-11-21T06:11:09Z").minus(Duration.ofHours(5L * ago)),
                    Duration.ofHours(6),
                    Duration.ofMinutes(58 + ago)));
        }
        return new Past(rotations, Optional.empty());
    }

    private static List<Change> history() {
        return List.of(
                new Change(
                        NOW.minus(Duration.ofMinutes(9)),
                        Change.Kind.FINDINGS,
                        "viewer-role",
                        "probe_failed appeared: sts:AssumeRole on arn:aws:iam::111122223333:role/viewer was denied"),
                new Change(
                        Instant.parse("2026-11-21T06:11:09Z"),
                        Change.Kind.ROLE,
                        "backend-role",
                        "new credentials, valid until 2026-11-21 12:13:20 UTC"),
                new Change(
                        NOW.minus(Duration.ofHours(26)),
                        Change.Kind.KEYS,
                        "AKIA************3JXF",
                        "found in /srv/app/.env.production:12, live"));
    }

    /** An account is expected, and STS did not say who the caller is. */
    public static Diagnosis unidentified() {
        Expectations expectations =
                new Expectations(Optional.of(ACCOUNT), Optional.empty(), Duration.ofMinutes(15), Duration.ofMinutes(5));
        CallersFact fact = new CallersFact(
                NOW,
                Map.of(
                        CallerSubject.DEFAULT_CHAIN,
                        new CallerAnswer.Unidentified(FailureReason.TIMEOUT, "STS did not answer within 5 s.")),
                Optional.empty());
        Diagnosis unknown = unknown();
        return new Diagnosis(
                NOW, fact.addTo(Facts.none(expectations)), List.of(), unknown.status(), unknown.migration());
    }

    /** A host with {@code text} wherever a host may choose the words. */
    public static Diagnosis saying(String text) {
        Finding finding = new Finding(
                FindingCode.STATIC_KEY_LIVE,
                Severity.CRITICAL,
                text,
                List.of(text),
                List.of(text),
                Optional.empty(),
                NOW);
        RoleFact role = new RoleFact(
                NOW,
                RoleState.UNKNOWN,
                text,
                new Imds(Optional.empty(), false, ImdsV1.UNKNOWN, 0),
                Optional.of(new InstanceProfile(text, text, Optional.of(text))),
                Optional.of(new RoleSession(text, STATIC_KEY, NOW, NOW)),
                Optional.of(new InstanceIdentity(text, text, text, text, text)));
        Facts facts = role.addTo(Facts.none(Expectations.NONE));
        facts = FoundKeys.saying(text).addTo(facts);
        facts = RunningWorkloads.saying(text).addTo(facts);
        facts = ReadLogs.saying(text).addTo(facts);
        facts = RanProbes.saying(text).addTo(facts);
        return new Diagnosis(
                NOW,
                facts,
                List.of(finding),
                Status.CRITICAL,
                NOW,
                new Migration(MigrationPhase.UNKNOWN, false, List.of(text)),
                List.of(),
                List.of(new Change(NOW, Change.Kind.KEYS, text, text)));
    }

    static CollectorRun run(CollectorName name, long tookMillis, boolean up, Duration age, Duration interval) {
        return new CollectorRun(name, up, Duration.ofMillis(tookMillis), Optional.of(NOW.minus(age)), interval);
    }

    static RoleFact role() {
        return new RoleFact(
                NOW.minusSeconds(3),
                RoleState.ATTACHED,
                "The metadata service hands out credentials of backend-role.",
                new Imds(Optional.empty(), false, ImdsV1.ANSWERED, 3),
                Optional.of(new InstanceProfile(
                        "arn:aws:iam::111122223333:instance-profile/backend-profile",
                        "AIPAEXAMPLEEXAMPLE123",
                        Optional.of("backend-role"))),
                Optional.of(new RoleSession(
                        "backend-role",
                        new KeyId("ASIA************Q7WZ", KeyKind.TEMPORARY, Optional.of(ACCOUNT)),
                        Instant.parse("2026-11-21T06:11:09Z"),
                        Instant.parse("2026-11-21T12:13:20Z"))),
                Optional.of(
                        new InstanceIdentity("i-0123456789abcdef0", ACCOUNT, "eu-central-1", "eu-central-1b", "aws")));
    }

    private static CallersFact callers() {
        return new CallersFact(
                NOW.minusSeconds(120),
                Map.of(
                        CallerSubject.INSTANCE_ROLE,
                        new CallerAnswer.Identified(CallerIdentity.of(
                                "arn:aws:sts::111122223333:assumed-role/backend-role/i-0123456789abcdef0", ACCOUNT)),
                        CallerSubject.DEFAULT_CHAIN,
                        new CallerAnswer.Identified(
                                CallerIdentity.of("arn:aws:iam::111122223333:user/backend", ACCOUNT))),
                Optional.of(Duration.ofSeconds(-1)));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        FindingCode.STATIC_KEY_COMMENTED,
                        Severity.WARNING,
                        "/srv/app/.env.production:7",
                        List.of("AKIA************9QMD lies commented out in /srv/app/.env.production:7."),
                        List.of("Delete the line: whoever reads the file can still use the key."),
                        Optional.empty(),
                        NOW.minus(Duration.ofDays(3))),
                new Finding(
                        FindingCode.STATIC_KEY_LIVE,
                        Severity.CRITICAL,
                        "pm2:api",
                        List.of("AKIA************3JXF lies in /srv/app/.env.production:12, mode 0644."),
                        List.of(),
                        Optional.of(FindingCode.KEYS_SHADOW_ROLE),
                        NOW.minus(Duration.ofHours(26))),
                new Finding(
                        FindingCode.CALLER_IS_IAM_USER,
                        Severity.CRITICAL,
                        "default_chain",
                        List.of("STS says that the caller is arn:aws:iam::111122223333:user/backend."),
                        List.of(),
                        Optional.of(FindingCode.KEYS_SHADOW_ROLE),
                        NOW.minus(Duration.ofHours(2))),
                new Finding(
                        FindingCode.KEYS_SHADOW_ROLE,
                        Severity.CRITICAL,
                        "pm2:api",
                        List.of(
                                "pm2:api uses AKIA************3JXF instead of backend-role",
                                "Its environment sets AWS_ACCESS_KEY_ID, which comes before the role in every SDK."),
                        List.of(
                                "Remove the two lines (or variables) of the key from the places above.",
                                "In a shell without the key: `pm2 delete api`, start it again, `pm2 save`. A restart keeps"
                                        + " the old environment, with --update-env too.",
                                "Deactivate the key only when nothing shows up as using it any more, and delete it later."),
                        Optional.empty(),
                        NOW.minus(Duration.ofHours(26))),
                new Finding(
                        FindingCode.PROBE_FAILED,
                        Severity.CRITICAL,
                        "viewer-role",
                        List.of("sts:AssumeRole on arn:aws:iam::111122223333:role/viewer was denied."),
                        List.of("Let backend-role into the trust policy of viewer."),
                        Optional.empty(),
                        NOW.minus(Duration.ofMinutes(9))),
                new Finding(
                        FindingCode.BLIND,
                        Severity.WARNING,
                        "shared_credentials_file",
                        List.of("2 files could not be read: permission denied."),
                        List.of("Run Rolemeter with CAP_DAC_READ_SEARCH."),
                        Optional.empty(),
                        NOW.minus(Duration.ofMinutes(1))));
    }
}

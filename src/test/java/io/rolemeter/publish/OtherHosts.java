package io.rolemeter.publish;

import static io.rolemeter.publish.Hosts.ACCOUNT;
import static io.rolemeter.publish.Hosts.NOW;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Change;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import io.rolemeter.model.Unreadable;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host as it should be, and one that keeps quiet. */
final class OtherHosts {
    private static final CallerAnswer ROLE = new CallerAnswer.Identified(
            CallerIdentity.of("arn:aws:sts::111122223333:assumed-role/backend-role/i-0123456789abcdef0", ACCOUNT));
    private static final Instant STOPPED = NOW.minus(Duration.ofMinutes(9));

    private OtherHosts() {}

    static Diagnosis healthy() {
        Facts facts = runs(Facts.none(Expectations.NONE), true).with(Hosts.past());
        facts = Hosts.role().addTo(facts);
        facts = new CallersFact(
                        NOW.minusSeconds(120),
                        Map.of(CallerSubject.INSTANCE_ROLE, ROLE, CallerSubject.DEFAULT_CHAIN, ROLE),
                        Optional.of(Duration.ZERO))
                .addTo(facts);
        facts = new KeysFact(NOW.minusSeconds(20), List.of(read(Place.PM2, 4, 0), read(Place.DOTENV, 31, 0)), List.of())
                .addTo(facts);
        facts = workloads().addTo(facts);
        facts = RanProbes.passed().addTo(facts);
        return new Diagnosis(
                NOW,
                facts,
                List.of(),
                Status.OK,
                NOW.minus(Duration.ofDays(12)),
                new Migration(MigrationPhase.ROLE_ONLY, true, List.of("nothing that runs here would pick up a key")),
                List.of(),
                List.of(new Change(
                        Instant.parse("2026-11-21T06:11:09Z"),
                        Change.Kind.ROLE,
                        "backend-role",
                        "new credentials, valid until 2026-11-21 12:13:20 UTC")));
    }

    static Diagnosis blind() {
        Facts facts = runs(Facts.none(Expectations.NONE), false).with(Hosts.past());
        facts = role().addTo(facts);
        facts = new CallersFact(
                        NOW.minusSeconds(120),
                        Map.of(
                                CallerSubject.INSTANCE_ROLE,
                                ROLE,
                                CallerSubject.DEFAULT_CHAIN,
                                new CallerAnswer.Unidentified(
                                        FailureReason.NO_CREDENTIALS, "no provider of the chain found credentials")),
                        Optional.of(Duration.ofSeconds(2)))
                .addTo(facts);
        facts = new KeysFact(NOW.minusSeconds(20), List.of(read(Place.PM2, 4, 0), read(Place.DOTENV, 9, 3)), List.of())
                .addTo(facts);
        facts = workloads().addTo(facts);
        facts = RanProbes.withoutCredentials().addTo(facts);
        return new Diagnosis(
                NOW,
                facts,
                findings(),
                Status.CRITICAL,
                STOPPED,
                new Migration(
                        MigrationPhase.UNKNOWN,
                        false,
                        List.of("the metadata service does not tell whether there is a role")),
                List.of(),
                List.of(new Change(STOPPED, Change.Kind.ROLE, "backend-role", "attached became imds_unreachable")));
    }

    private static RoleFact role() {
        RoleFact known = Hosts.role();
        return new RoleFact(
                NOW.minusSeconds(3),
                RoleState.IMDS_UNREACHABLE,
                "the request for a token at 169.254.169.254 was not answered within 1 s",
                new Imds(Optional.of(ImdsFailure.TIMEOUT), false, ImdsV1.UNKNOWN, 3),
                Optional.empty(),
                known.session(),
                known.identity());
    }

    private static WorkloadsFact workloads() {
        return new WorkloadsFact(NOW, List.of(RunningWorkloads.roled()), Map.of(), List.of());
    }

    private static Facts runs(Facts facts, boolean keysUp) {
        return facts.with(Hosts.run(CollectorName.ROLE, 12, true, Duration.ofSeconds(3), Duration.ofSeconds(15)))
                .with(Hosts.run(CollectorName.CALLER, 148, true, Duration.ofMinutes(2), Duration.ofMinutes(5)))
                .with(Hosts.run(CollectorName.KEYS, 1530, keysUp, Duration.ofSeconds(20), Duration.ofMinutes(1)))
                .with(Hosts.run(CollectorName.WORKLOAD, 420, true, Duration.ofSeconds(31), Duration.ofMinutes(1)))
                .with(Hosts.run(CollectorName.PROBE, 260, true, Duration.ofSeconds(20), Duration.ofMinutes(1)));
    }

    private static PlaceScan read(Place place, int examined, int unreadable) {
        List<Unreadable> examples = unreadable == 0
                ? List.of()
                : List.of(new Unreadable(place, "/srv/<script>alert(1)</script>/.env", "permission denied"));
        return new PlaceScan(place, examined, unreadable, examples, Optional.of(NOW.minusSeconds(20)));
    }

    private static List<Finding> findings() {
        return List.of(
                new Finding(
                        FindingCode.IMDS_UNREACHABLE,
                        Severity.CRITICAL,
                        "imds",
                        List.of(
                                "the request for a token at 169.254.169.254 was not answered within 1 s",
                                "the credentials in hand work until 2026-11-21 12:13:20 UTC, in 2h 13m"),
                        List.of(
                                "Look for a firewall rule, a route or a proxy between this program and 169.254.169.254;"
                                        + " in a container, use the host's network.",
                                "See what the instance allows: `aws ec2 describe-instances --instance-ids"
                                        + " i-0123456789abcdef0 --query Reservations[].Instances[].MetadataOptions`"),
                        Optional.empty(),
                        STOPPED),
                failed("read-source"),
                failed("viewer-role"),
                new Finding(
                        FindingCode.BLIND,
                        Severity.WARNING,
                        "keys:dotenv",
                        List.of("3 of 12 could not be read, as /srv/<script>alert(1)</script>/.env: permission denied"),
                        List.of("Give Rolemeter CAP_DAC_READ_SEARCH and CAP_SYS_PTRACE, as its service unit does."),
                        Optional.empty(),
                        STOPPED));
    }

    private static Finding failed(String probe) {
        return new Finding(
                FindingCode.PROBE_FAILED,
                Severity.CRITICAL,
                probe,
                List.of("the metadata service has given no credentials to ask with"),
                List.of(),
                Optional.of(FindingCode.IMDS_UNREACHABLE),
                STOPPED);
    }
}

package io.rolemeter.diagnose;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.ImdsV1;
import io.rolemeter.model.InstanceIdentity;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.OwnChain;
import io.rolemeter.model.Past;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.ProbeState;
import io.rolemeter.model.ProbesFact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been seen of a host, for tests to change one thing at a time: at first a host with which nothing is wrong. */
final class SeenHost {
    static final Instant NOW = Instant.parse("2026-11-21T12:30:00Z");
    static final String INSTANCE = "i-0abc1234def567890";
    static final String ROLE_ARN = "arn:aws:sts::111122223333:assumed-role/backend-role/" + INSTANCE;
    static final String USER_ARN = "arn:aws:iam::111122223333:user/app-backend";

    private final Map<CallerSubject, CallerAnswer> callers = new EnumMap<>(CallerSubject.class);
    private final List<FoundKey> keys = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<WatchedLog> logs = new ArrayList<>();
    private final List<ProbeState> probes = new ArrayList<>();
    private Expectations expectations = Expectations.NONE;
    private RoleState state = RoleState.ATTACHED;
    private Imds imds = new Imds(Optional.empty(), false, ImdsV1.REFUSED, 0);
    private Optional<RoleSession> session = Optional.of(session(NOW.plus(Duration.ofHours(5))));
    private PlaceScan scan = new PlaceScan(Place.DOTENV, 3, 0, List.of(), Optional.of(NOW));
    private Optional<Duration> skew = Optional.empty();
    private Optional<OwnChain> own = Optional.empty();
    private Instant callersAsked = NOW;
    private Optional<InstanceProfile> profile = Optional.of(profile("AIPA"));
    private Past past = Past.NONE;

    SeenHost() {
        caller(CallerSubject.INSTANCE_ROLE, ROLE_ARN).caller(CallerSubject.DEFAULT_CHAIN, ROLE_ARN);
    }

    private static InstanceProfile profile(String id) {
        return new InstanceProfile("arn:aws:iam::111122223333:instance-profile/p", id, Optional.empty());
    }

    private static RoleSession session(Instant expires) {
        return new RoleSession(
                "backend-role",
                KeyId.of("ASIARTX3GSDSSESSION2").orElseThrow(),
                NOW.minus(Duration.ofHours(1)),
                expires);
    }

    SeenHost expecting(Expectations newExpectations) {
        expectations = newExpectations;
        return this;
    }

    SeenHost role(RoleState newState) {
        state = newState;
        return this;
    }

    SeenHost credentialsEnd(Instant expires) {
        session = Optional.of(session(expires));
        return this;
    }

    /** Credentials of this age and life. */
    SeenHost session(Instant issued, Duration life) {
        session = Optional.of(new RoleSession(
                "backend-role", KeyId.of("ASIARTX3GSDSSESSION2").orElseThrow(), issued, issued.plus(life)));
        return this;
    }

    SeenHost past(Past newPast) {
        past = newPast;
        return this;
    }

    SeenHost profileArn(String arn) {
        profile = Optional.of(new InstanceProfile(arn, "AIPA", Optional.empty()));
        return this;
    }

    SeenHost noProfileInSight() {
        profile = Optional.empty();
        return this;
    }

    SeenHost profileId(String id) {
        profile = Optional.of(profile(id));
        return this;
    }

    SeenHost noCredentials() {
        session = Optional.empty();
        return unidentified(CallerSubject.INSTANCE_ROLE, FailureReason.NO_CREDENTIALS);
    }

    SeenHost imds(ImdsFailure failure, boolean tokensLost) {
        imds = new Imds(Optional.of(failure), tokensLost, ImdsV1.UNKNOWN, 0);
        return this;
    }

    SeenHost versionOne() {
        imds = new Imds(Optional.empty(), false, ImdsV1.ANSWERED, 0);
        return this;
    }

    SeenHost caller(CallerSubject subject, String arn) {
        callers.put(subject, new CallerAnswer.Identified(CallerIdentity.of(arn, arn.split(":", -1)[4])));
        return this;
    }

    SeenHost unidentified(CallerSubject subject, FailureReason reason) {
        callers.put(subject, new CallerAnswer.Unidentified(reason, "STS said " + reason.label()));
        return this;
    }

    /** The default chain of this process finds that key. */
    SeenHost ownKey(String user, String id) {
        own = Optional.of(new OwnChain(user, KeyId.of(id)));
        return this;
    }

    /** A key in the shared credentials file of a user. */
    SeenHost keyOf(String user, String id, String path) {
        keys.add(new FoundKey(
                Place.SHARED_CREDENTIALS_FILE,
                new Location(path, Optional.of(2), Optional.empty(), Optional.of(user), Optional.of("0600")),
                KeyId.of(id).orElseThrow(),
                Exposure.LIVE,
                true,
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    /** Of STS nothing is known yet. */
    SeenHost neverAsked() {
        callers.clear();
        return this;
    }

    SeenHost callersAsked(Instant at) {
        callersAsked = at;
        return this;
    }

    SeenHost clockAhead(Duration by) {
        skew = Optional.of(by);
        return this;
    }

    SeenHost key(String id, Exposure exposure, String path, Optional<String> program) {
        keys.add(new FoundKey(
                Place.DOTENV,
                new Location(path, Optional.of(1), Optional.empty(), Optional.of("deploy"), Optional.of("0644")),
                KeyId.of(id).orElseThrow(),
                exposure,
                true,
                program,
                Optional.empty()));
        return this;
    }

    SeenHost log(WatchedLog log) {
        logs.add(log);
        return this;
    }

    SeenHost workload(Workload workload) {
        workloads.add(workload);
        return this;
    }

    /** A program that could not be looked at. */
    SeenHost unseen(String what) {
        unseen.add(what);
        return this;
    }

    SeenHost unreadable(int count) {
        scan = new PlaceScan(Place.DOTENV, 3, count, List.of(), Optional.empty());
        return this;
    }

    SeenHost probe(String name, Expectation expect, Optional<FailureReason> reason) {
        ProbeRun.Outcome outcome = reason.isPresent() ? ProbeRun.Outcome.FAILED : ProbeRun.Outcome.PASSED;
        probes.add(ProbeState.waiting(name, "s3-get", expect)
                .after(new ProbeRun(outcome, reason, "AWS said so", Duration.ofMillis(30), NOW)));
        return this;
    }

    SeenHost probe(ProbeState probe) {
        probes.add(probe);
        return this;
    }

    Facts facts() {
        Facts facts = Facts.none(expectations).with(past);
        facts = new RoleFact(
                        NOW,
                        state,
                        "the metadata service said so",
                        imds,
                        profile,
                        session,
                        Optional.of(new InstanceIdentity(INSTANCE, "111122223333", "eu-west-1", "eu-west-1b", "aws")))
                .addTo(facts);
        facts = new CallersFact(callersAsked, callers, skew, own).addTo(facts);
        facts = new KeysFact(NOW, List.of(scan), keys).addTo(facts);
        facts = new WorkloadsFact(NOW, workloads, Map.of(), unseen).addTo(facts);
        facts = new LogsFact(NOW, logs, Map.of(), List.of()).addTo(facts);
        return new ProbesFact(NOW, probes).addTo(facts);
    }
}

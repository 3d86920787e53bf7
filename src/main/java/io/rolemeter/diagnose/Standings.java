package io.rolemeter.diagnose;

import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import io.rolemeter.model.Standing;
import io.rolemeter.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a diagnosis the history tells about. */
final class Standings {
    private static final int MOST_KEYS = 400;
    private static final String INSTANCE = "instance";

    private Standings() {}

    static List<Standing> of(Diagnosis diagnosis, Instant statusSince) {
        Facts facts = diagnosis.facts();
        Instant at = diagnosis.at();
        List<Standing> standing = new ArrayList<>();
        if (facts.complete()) {
            standing.add(of(diagnosis.status(), statusSince));
        }
        facts.role().ifPresent(role -> ofRole(role, at, standing));
        facts.callers()
                .ifPresent(callers -> callers.answers()
                        .forEach((subject, answer) ->
                                standing.add(new Standing(Change.Kind.IDENTITY, subject.label(), who(answer), at))));
        diagnosis.findings().stream().map(Standings::of).distinct().forEach(standing::add);
        facts.keys()
                .ifPresent(keys -> ofKeys(keys)
                        .forEach((subject, exposure) ->
                                standing.add(new Standing(Change.Kind.KEYS, subject, exposure.label(), at))));
        return standing;
    }

    static Standing of(Status status, Instant at) {
        return new Standing(Change.Kind.STATUS, "host", status.label(), at);
    }

    static Standing of(Finding finding) {
        return new Standing(
                Change.Kind.FINDINGS,
                finding.code().label() + " " + finding.subject(),
                finding.severity().label(),
                finding.since());
    }

    /** Whether what is not among the present has been looked for, and is not there. */
    static boolean gone(Standing old, Facts facts) {
        return switch (old.kind()) {
            case STATUS -> false;
            case ROLE ->
                facts.role().filter(role -> role.imds().failure().isEmpty()).isPresent();
            case IDENTITY -> facts.callers().isPresent() && !old.subject().equals(INSTANCE);
            case FINDINGS -> facts.complete();
            case KEYS ->
                facts.keys()
                        .filter(keys -> keys.places().stream()
                                .noneMatch(place ->
                                        !place.complete() && old.subject().contains(in(place.place()))))
                        .isPresent();
        };
    }

    private static void ofRole(RoleFact role, Instant at, List<Standing> standing) {
        role.identity()
                .ifPresent(identity ->
                        standing.add(new Standing(Change.Kind.IDENTITY, INSTANCE, identity.instanceId(), at)));
        standing.add(new Standing(Change.Kind.ROLE, "state", role.state().label(), at));
        role.session()
                .map(RoleSession::role)
                .or(() -> role.profile().flatMap(InstanceProfile::role))
                .ifPresent(name -> standing.add(new Standing(Change.Kind.ROLE, "role", name, at)));
        role.profile()
                .ifPresent(profile -> standing.add(new Standing(
                        Change.Kind.ROLE, "instance_profile", profile.arn() + " (" + profile.id() + ")", at)));
    }

    private static String who(CallerAnswer answer) {
        return answer.identity()
                .map(CallerIdentity::arn)
                .or(() -> answer.failure()
                        .map(unknown -> "not known: " + unknown.reason().label()))
                .orElse("not known");
    }

    /** Where each key lies, with its worst exposure there; a process is named by its program, since its number changes. */
    private static Map<String, Exposure> ofKeys(KeysFact keys) {
        Map<String, Exposure> bySite = new LinkedHashMap<>();
        for (FoundKey key : keys.keys()) {
            String site = key.keyId() + in(key.place()) + where(key);
            if (bySite.size() < MOST_KEYS || bySite.containsKey(site)) {
                bySite.merge(site, key.exposure(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return bySite;
    }

    private static String in(Place place) {
        return " in " + place.label() + " ";
    }

    private static String where(FoundKey key) {
        return key.location().pid().isPresent()
                ? key.program().map(name -> "of " + name).orElse("of a program")
                : key.location().path();
    }
}

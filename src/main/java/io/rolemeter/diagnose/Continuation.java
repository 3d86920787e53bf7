package io.rolemeter.diagnose;

import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Finding;
import io.rolemeter.model.Standing;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one diagnosis the successor of another: what already stood keeps the moment at which it was first seen, and what is
 * different becomes history. What a first look finds is no change; what is not looked at yet, or cannot be, has not gone.
 */
public final class Continuation {
    /** Changes of one kind from one diagnosis to the next; one more tells how many others there were. */
    private static final int MOST = 20;

    private Continuation() {}

    public static Diagnosis of(Diagnosis before, Diagnosis after) {
        Instant statusSince = statusSince(before, after);
        Map<String, Standing> old = byName(before.standing());
        Map<String, Standing> now = byName(Standings.of(after, statusSince));
        now.replaceAll((name, standing) -> Optional.ofNullable(old.get(name))
                .filter(same -> same.state().equals(standing.state()))
                .map(same -> standing.since(same.since()))
                .orElse(standing));
        List<Change> changes = new ArrayList<>();
        now.forEach((name, standing) ->
                change(Optional.ofNullable(old.get(name)), standing, after).ifPresent(changes::add));
        old.forEach((name, standing) -> {
            if (!now.containsKey(name) && Standings.gone(standing, after.facts())) {
                changes.add(new Change(after.at(), standing.kind(), standing.subject(), ended(standing, after.at())));
            } else {
                now.putIfAbsent(name, standing);
            }
        });
        boolean looked = old.containsKey(name(Standings.of(before.status(), before.at())));
        List<Change> history = new ArrayList<>(looked ? bounded(changes) : List.of());
        history.addAll(before.history());
        return new Diagnosis(
                after.at(),
                after.facts(),
                after.findings().stream().map(finding -> aged(finding, now)).toList(),
                after.status(),
                statusSince,
                after.migration(),
                List.copyOf(now.values()),
                history);
    }

    private static Finding aged(Finding finding, Map<String, Standing> standing) {
        return Optional.ofNullable(standing.get(name(Standings.of(finding))))
                .map(known -> finding.since(known.since()))
                .orElse(finding);
    }

    /** A status that stood before this program was started stands on, although at first nothing was known. */
    private static Instant statusSince(Diagnosis before, Diagnosis after) {
        if (before.status() == after.status()) {
            return before.statusSince();
        }
        Standing status = Standings.of(after.status(), after.at());
        return before.standing().stream()
                .filter(old -> old.isAbout(status) && old.state().equals(status.state()))
                .findFirst()
                .map(Standing::since)
                .orElse(after.at());
    }

    private static Optional<Change> change(Optional<Standing> old, Standing standing, Diagnosis after) {
        if (old.filter(same -> same.state().equals(standing.state())).isPresent()) {
            return Optional.empty();
        }
        String evidence = after.findings().stream()
                .filter(finding -> Standings.of(finding).isAbout(standing))
                .flatMap(finding -> finding.evidence().stream())
                .findFirst()
                .map(sentence -> ": " + sentence)
                .orElse("");
        String was = old.map(same -> ", was " + same.state()).orElse("");
        return Optional.of(
                new Change(after.at(), standing.kind(), standing.subject(), standing.state() + was + evidence));
    }

    private static String ended(Standing old, Instant now) {
        String lasted = Times.span(Duration.between(old.since(), now));
        return (old.kind() == Change.Kind.FINDINGS ? "cleared" : "gone") + " after " + lasted + ", was " + old.state();
    }

    private static List<Change> bounded(List<Change> changes) {
        List<Change> bounded = new ArrayList<>();
        for (Change.Kind kind : Change.Kind.values()) {
            List<Change> ofKind =
                    changes.stream().filter(change -> change.kind() == kind).toList();
            bounded.addAll(ofKind.subList(0, Math.min(MOST, ofKind.size())));
            if (ofKind.size() > MOST) {
                bounded.add(new Change(
                        ofKind.get(0).at(),
                        kind,
                        "others",
                        "and " + (ofKind.size() - MOST) + " more changes at the same time"));
            }
        }
        return bounded;
    }

    private static Map<String, Standing> byName(List<Standing> standing) {
        Map<String, Standing> byName = new LinkedHashMap<>();
        standing.forEach(one -> byName.putIfAbsent(name(one), one));
        return byName;
    }

    private static String name(Standing standing) {
        return standing.kind().label() + " " + standing.subject();
    }
}

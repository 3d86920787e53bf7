package io.rolemeter.model;

import java.time.Instant;
import java.util.List;

/**
 * What the facts mean at one moment. Every publisher shows this, and nothing else.
 *
 * @param statusSince when the status became what it is
 * @param history what changed, newest first, at most {@value #MAX_CHANGES}
 */
public record Diagnosis(
        Instant at,
        Facts facts,
        List<Finding> findings,
        Status status,
        Instant statusSince,
        Migration migration,
        List<Change> history) {
    public static final int MAX_CHANGES = 1_000;

    public Diagnosis {
        findings = List.copyOf(findings);
        history = history.size() > MAX_CHANGES ? List.copyOf(history.subList(0, MAX_CHANGES)) : List.copyOf(history);
    }

    /** With everything in it new, and nothing before it. */
    public Diagnosis(Instant at, Facts facts, List<Finding> findings, Status status, Migration migration) {
        this(at, facts, findings, status, at, migration, List.of());
    }

    /** The same, in which whatever already stood keeps the moment at which it was first seen. */
    public Diagnosis continuing(Diagnosis previous) {
        List<Finding> aged = findings.stream()
                .map(finding -> previous.findings.stream()
                        .filter(finding::isAbout)
                        .findFirst()
                        .map(older -> finding.since(older.since()))
                        .orElse(finding))
                .toList();
        Instant since = status == previous.status ? previous.statusSince : at;
        return new Diagnosis(at, facts, aged, status, since, migration, previous.history);
    }
}

package io.rolemeter.model;

import java.time.Instant;
import java.util.List;

/** What the facts mean at one moment. Every publisher shows this, and nothing else. */
public record Diagnosis(Instant at, Facts facts, List<Finding> findings, Status status, Migration migration) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** The same, in which each finding that already stood keeps the moment at which it was first seen. */
    public Diagnosis continuing(Diagnosis previous) {
        List<Finding> aged = findings.stream()
                .map(finding -> previous.findings.stream()
                        .filter(finding::isAbout)
                        .findFirst()
                        .map(older -> finding.since(older.since()))
                        .orElse(finding))
                .toList();
        return new Diagnosis(at, facts, aged, status, migration);
    }
}

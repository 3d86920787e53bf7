package io.rolemeter.model;

import java.time.Instant;
import java.util.List;

/**
 * What the facts mean at one moment. Every publisher shows this, and nothing else.
 *
 * @param statusSince when the status became what it is
 * @param standing what the history tells about, as it is now; at most {@value #MAX_STANDING}
 * @param history what changed, newest first, at most {@value #MAX_CHANGES}
 */
public record Diagnosis(
        Instant at,
        Facts facts,
        List<Finding> findings,
        Status status,
        Instant statusSince,
        Migration migration,
        List<Standing> standing,
        List<Change> history) {
    public static final int MAX_STANDING = 1_000;
    public static final int MAX_CHANGES = 1_000;

    public Diagnosis {
        findings = List.copyOf(findings);
        standing = first(standing, MAX_STANDING);
        history = first(history, MAX_CHANGES);
    }

    /** With everything in it new, and nothing before it. */
    public Diagnosis(Instant at, Facts facts, List<Finding> findings, Status status, Migration migration) {
        this(at, facts, findings, status, at, migration, List.of(), List.of());
    }

    /** What is to be kept of it for the next start. */
    public Memory memory() {
        return new Memory(facts.past(), standing, history);
    }

    private static <T> List<T> first(List<T> list, int most) {
        return List.copyOf(list.size() > most ? list.subList(0, most) : list);
    }
}

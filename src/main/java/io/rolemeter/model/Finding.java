package io.rolemeter.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with the host.
 *
 * @param subject what it is about: a caller, a program, a path, a probe; with the code it names the finding
 * @param evidence sentences: which facts say so
 * @param remedy sentences: what to do, in order; never "put the keys back"
 * @param causedBy the code of the finding that this one goes away with
 * @param causeSubject the subject of that finding; empty when it is any of that code
 * @param since when it was first seen without a break
 */
public record Finding(
        FindingCode code,
        Severity severity,
        String subject,
        List<String> evidence,
        List<String> remedy,
        Optional<FindingCode> causedBy,
        Optional<String> causeSubject,
        Instant since) {
    /** A finding whose cause is any of that code, or none. */
    public Finding(
            FindingCode code,
            Severity severity,
            String subject,
            List<String> evidence,
            List<String> remedy,
            Optional<FindingCode> causedBy,
            Instant since) {
        this(code, severity, subject, evidence, remedy, causedBy, Optional.empty(), since);
    }

    public Finding {
        if (!code.severities().contains(severity)) {
            throw new IllegalArgumentException(code.label() + " is never of severity " + severity.label());
        }
        evidence = List.copyOf(evidence);
        remedy = List.copyOf(remedy);
    }

    /** The same with one more sentence of evidence, the last. */
    public Finding andBecause(String sentence) {
        List<String> more = new ArrayList<>(evidence);
        more.add(sentence);
        return new Finding(code, severity, subject, more, remedy, causedBy, causeSubject, since);
    }

    public Finding causedBy(Finding cause) {
        return new Finding(
                code, severity, subject, evidence, remedy, Optional.of(cause.code), Optional.of(cause.subject), since);
    }

    public Finding since(Instant first) {
        return new Finding(code, severity, subject, evidence, remedy, causedBy, causeSubject, first);
    }

    /** Whether both are the same complaint, perhaps at different times. */
    public boolean isAbout(Finding other) {
        return code == other.code && subject.equals(other.subject);
    }
}

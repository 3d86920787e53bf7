package io.rolemeter.diagnose;

import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding in the making, so that a rule reads as what it says. */
public final class Draft {
    private final FindingCode code;
    private final Severity severity;
    private final String subject;
    private final List<String> evidence = new ArrayList<>();
    private final List<String> remedy = new ArrayList<>();

    private Draft(FindingCode code, Severity severity, String subject) {
        this.code = code;
        this.severity = severity;
        this.subject = subject;
    }

    public static Draft critical(FindingCode code, String subject) {
        return new Draft(code, Severity.CRITICAL, subject);
    }

    public static Draft warning(FindingCode code, String subject) {
        return new Draft(code, Severity.WARNING, subject);
    }

    /** A sentence: which fact says so. */
    public Draft because(String sentence) {
        evidence.add(sentence);
        return this;
    }

    public Draft because(Optional<String> sentence) {
        sentence.ifPresent(evidence::add);
        return this;
    }

    /** A sentence: what to do. */
    public Draft remedy(String sentence) {
        remedy.add(sentence);
        return this;
    }

    /** How the last sentence of the remedy is done: a command to paste. */
    public Draft command(String typed) {
        int last = remedy.size() - 1;
        String sentence = remedy.get(last);
        String begin = sentence.endsWith("`") ? sentence + " and " : sentence.replaceFirst("\\.$", ": ");
        remedy.set(last, begin + Command.of(typed));
        return this;
    }

    public Finding at(Instant now) {
        return new Finding(code, severity, subject, evidence, remedy, Optional.empty(), now);
    }
}

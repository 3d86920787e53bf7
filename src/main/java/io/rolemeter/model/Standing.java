package io.rolemeter.model;

import java.time.Instant;

/**
 * Something about the host that holds, as the history tells it: two of the same kind and subject are the same thing, perhaps in
 * another state.
 *
 * @param state in a few words; another one is a change
 * @param since when it came into this state, as far as that was seen
 */
public record Standing(Change.Kind kind, String subject, String state, Instant since) {
    public Standing {
        subject = SafeText.of(subject);
        state = SafeText.of(state);
    }

    /** Whether both are about the same thing. */
    public boolean isAbout(Standing other) {
        return kind == other.kind && subject.equals(other.subject);
    }

    public Standing since(Instant earlier) {
        return new Standing(kind, subject, state, earlier);
    }
}

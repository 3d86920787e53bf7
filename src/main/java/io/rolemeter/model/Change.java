package io.rolemeter.model;

import java.time.Instant;

/**
 * Something about the host that was different from before.
 *
 * @param at when it was noticed
 * @param subject a caller, a masked key id, the subject of a finding
 * @param sentence what it was and what it is now, for a person; never a secret
 */
public record Change(Instant at, Kind kind, String subject, String sentence) {
    /** What it is about. */
    public enum Kind implements Labelled {
        /** The verdict over all findings. */
        STATUS,
        /** Who STS says that the host is. */
        IDENTITY,
        /** The role's state, its profile, its credentials. */
        ROLE,
        /** A static key came, went, or became another exposure. */
        KEYS,
        /** A finding appeared or was cleared. */
        FINDINGS;

        @Override
        public String label() {
            return Labelled.of(this);
        }
    }

    public Change {
        subject = SafeText.of(subject);
        sentence = SafeText.of(sentence);
    }
}

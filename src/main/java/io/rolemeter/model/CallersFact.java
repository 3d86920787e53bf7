package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who this host is to AWS.
 *
 * @param answers one for each subject, in the order of the subjects
 * @param clockSkew the local clock minus AWS's, good to a second or two; empty until AWS has answered
 * @param ownChain what the default chain found; empty when not known
 */
public record CallersFact(
        Instant collectedAt,
        Map<CallerSubject, CallerAnswer> answers,
        Optional<Duration> clockSkew,
        Optional<OwnChain> ownChain)
        implements Fact {
    /** Of a default chain of which only the identity is known. */
    public CallersFact(Instant collectedAt, Map<CallerSubject, CallerAnswer> answers, Optional<Duration> clockSkew) {
        this(collectedAt, answers, clockSkew, Optional.empty());
    }

    public CallersFact {
        Map<CallerSubject, CallerAnswer> inOrder = new EnumMap<>(CallerSubject.class);
        inOrder.putAll(answers);
        answers = Collections.unmodifiableMap(inOrder);
    }

    public Optional<CallerIdentity> identity(CallerSubject subject) {
        return Optional.ofNullable(answers.get(subject)).flatMap(CallerAnswer::identity);
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}

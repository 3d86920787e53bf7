package io.rolemeter.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who this host is to AWS.
 *
 * @param answers one for each subject
 * @param clockSkew the local clock minus AWS's, good to a second or two; empty until AWS has answered
 */
public record CallersFact(Instant collectedAt, Map<CallerSubject, CallerAnswer> answers, Optional<Duration> clockSkew)
        implements Fact {
    public CallersFact {
        answers = Map.copyOf(answers);
    }

    public Optional<CallerIdentity> identity(CallerSubject subject) {
        return Optional.ofNullable(answers.get(subject)).flatMap(CallerAnswer::identity);
    }

    @Override
    public Facts addTo(Facts facts) {
        return facts.with(this);
    }
}

package io.rolemeter.collect.probe.kinds;

import io.rolemeter.collect.probe.Answer;
import io.rolemeter.config.ProbeSettings;
import io.rolemeter.model.Expectation;

/**
 * What an answer means that AWS gives only to who is allowed to ask, but that is not the wanted one: where the call had to be
 * denied, all that counts is that it was not.
 */
record Allowed(boolean mustBeDenied) {
    static Allowed with(ProbeSettings settings) {
        return new Allowed(settings.expect() == Expectation.DENIED);
    }

    /** What was asked for came, and is not as it should be. */
    Answer unfit(String detail) {
        return mustBeDenied ? new Answer.Done(detail) : Answer.Refused.unexpected(detail);
    }

    /** What was asked for was not there, which proves the permission and nothing else. */
    Answer nothing(String detail) {
        return mustBeDenied ? new Answer.Done(detail) : new Answer.Inconclusive(detail);
    }
}

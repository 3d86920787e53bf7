package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallersFact;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clock of this host differs from AWS's. AWS refuses signatures that are more than five minutes off (S3: fifteen). */
public final class ClockSkewed implements Rule {
    private static final Duration WARNING = Duration.ofSeconds(60);
    private static final Duration CRITICAL = Duration.ofMinutes(5);

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.callers().flatMap(CallersFact::clockSkew).flatMap(skew -> finding(skew, now)).stream()
                .toList();
    }

    private static Optional<Finding> finding(Duration skew, Instant now) {
        if (skew.abs().compareTo(WARNING) <= 0) {
            return Optional.empty();
        }
        Draft draft = skew.abs().compareTo(CRITICAL) > 0
                ? Draft.critical(FindingCode.CLOCK_SKEWED, "clock")
                : Draft.warning(FindingCode.CLOCK_SKEWED, "clock");
        return Optional.of(draft.because("this host is " + Times.span(skew.abs())
                        + (skew.isNegative() ? " behind" : " ahead of") + " AWS")
                .remedy("Let chrony set the clock from 169.254.169.123, the time service of EC2, and step it once.")
                .command("chronyc -a makestep")
                .at(now));
    }
}

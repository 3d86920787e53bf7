package io.rolemeter.collect.probe;

import io.rolemeter.aws.AwsAccess;
import java.util.List;
import java.util.function.Function;

/** One smoke test, ready to run: it asks once, and says what came back. Whether that is good is not its business. */
@FunctionalInterface
public interface Probe {
    /** Bounded by the probe's timeout; a failed call is an answer, an exception is a bug. */
    Answer ask(AwsAccess aws);

    /** What the role must be allowed for this to pass; nothing for what does not ask AWS. */
    default List<Grant> grants(Scope scope) {
        return List.of();
    }

    /** The same probe, which says what it needs. */
    static Probe needing(Function<Scope, List<Grant>> grants, Probe probe) {
        return new Probe() {
            @Override
            public Answer ask(AwsAccess aws) {
                return probe.ask(aws);
            }

            @Override
            public List<Grant> grants(Scope scope) {
                return grants.apply(scope);
            }
        };
    }
}

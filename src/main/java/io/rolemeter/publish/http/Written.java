package io.rolemeter.publish.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An answer that is written anew only when its subject is another: who asks all the time costs next to nothing. */
final class Written<S> {
    private final Function<S, Answer> write;
    private @Nullable S subject;
    private @Nullable Answer answer;

    /** @param write needs nothing but the subject, which never changes */
    Written(Function<S, Answer> write) {
        this.write = write;
    }

    synchronized Answer about(S asked) {
        Answer known = answer;
        if (known == null || !asked.equals(subject)) {
            known = write.apply(asked);
            answer = known;
            subject = asked;
        }
        return known;
    }
}

package io.rolemeter.collect.keys;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is worked out when it is first asked for, and once. For one thread. */
final class Remembered<T> {
    private final Supplier<T> source;
    private @Nullable T value;

    Remembered(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}

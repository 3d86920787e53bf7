package io.rolemeter.demo;

import java.util.Set;

/**
 * The long-term key of the IAM user that the application once ran with.
 *
 * @param active whether AWS still accepts it
 * @param places where on the host it still lies
 */
record ForgottenKey(boolean active, Set<KeyPlace> places) {

    ForgottenKey {
        places = Set.copyOf(places);
    }

    static ForgottenKey nowhere() {
        return new ForgottenKey(true, Set.of());
    }

    static ForgottenKey activeIn(KeyPlace... places) {
        return new ForgottenKey(true, Set.of(places));
    }
}

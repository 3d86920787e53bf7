package io.rolemeter.demo.files;

import java.util.Set;

/**
 * The long-term key of the IAM user that the application once ran with.
 *
 * @param active whether AWS still accepts it
 * @param places where on the host it still lies
 */
public record ForgottenKey(boolean active, Set<Place> places) {

    /** Where on the host the key lies. */
    public enum Place {
        /** The environment of the PM2 fork application {@code api}, under /proc. */
        PM2_PROCESS,
        /** What PM2 saved of that application, in ~deploy/.pm2/dump.pm2. */
        PM2_DUMP,
        /** [default] of /root/.aws/credentials. */
        ROOT_CREDENTIALS,
        /** Two commented lines of /srv/api/.env.production. */
        COMMENTED_DOTENV
    }

    public ForgottenKey {
        places = Set.copyOf(places);
    }

    /** A key of which the host keeps no trace. */
    public static ForgottenKey nowhere() {
        return new ForgottenKey(true, Set.of());
    }

    /** A key that was deactivated and forgotten in these places. */
    public static ForgottenKey deadIn(Place... places) {
        return new ForgottenKey(false, Set.of(places));
    }

    /** A key that AWS still accepts, in these places. */
    public static ForgottenKey activeIn(Place... places) {
        return new ForgottenKey(true, Set.of(places));
    }
}

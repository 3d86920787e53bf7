package io.rolemeter.demo.files;

import io.rolemeter.demo.account.KeyState;
import java.util.Set;

/**
 * The long-term key of the IAM user that the application once ran with.
 *
 * @param state whether AWS still accepts it, and whose it is
 * @param places where on the host it still lies
 */
public record ForgottenKey(KeyState state, Set<Place> places) {

    /** Where on the host the key lies. */
    public enum Place {
        /** The environment of the PM2 fork application {@code api}, under /proc. */
        PM2_PROCESS,
        /** What PM2 saved of that application, in ~deploy/.pm2/dump.pm2. */
        PM2_DUMP,
        /** [default] of /root/.aws/credentials. */
        ROOT_CREDENTIALS,
        /** Two commented lines of /srv/api/.env.production. */
        COMMENTED_DOTENV,
        /** The same two lines, not commented. */
        DOTENV,
        /** The same, in /srv/api/.env.production.bak. */
        DOTENV_BACKUP,
        /** The environment of the unit billing, under /proc. */
        BILLING_PROCESS,
        /** A profile of /home/ec2-user/.aws/credentials, which nothing that runs reads. */
        UNUSED_CREDENTIALS,
        /** In the place of the key a copied session of a role, in the environment of the unit billing. */
        PASTED_SESSION
    }

    public ForgottenKey {
        places = Set.copyOf(places);
    }

    /** A key of which the host keeps no trace. */
    public static ForgottenKey nowhere() {
        return new ForgottenKey(KeyState.ACTIVE, Set.of());
    }

    /** A key that was deactivated and forgotten in these places. */
    public static ForgottenKey deadIn(Place... places) {
        return new ForgottenKey(KeyState.DEACTIVATED, Set.of(places));
    }

    /** A key that AWS still accepts, in these places. */
    public static ForgottenKey activeIn(Place... places) {
        return new ForgottenKey(KeyState.ACTIVE, Set.of(places));
    }

    /** A key of the account's root user, in these places. */
    public static ForgottenKey ofRootIn(Place... places) {
        return new ForgottenKey(KeyState.OF_ROOT, Set.of(places));
    }
}

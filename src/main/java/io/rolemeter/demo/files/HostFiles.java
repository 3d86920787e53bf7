package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lays out the files of a simulated host, with the forgotten key where the scenario left it. */
public final class HostFiles {

    private HostFiles() {}

    /** Fills an empty tree as of the clock's present. */
    public static void write(FileTree tree, ForgottenKey key, Complaint complaint, Clock clock) {
        Instant now = clock.instant();
        Credential credential = Identities.userKey();
        SystemFiles.write(tree);
        ApplicationFiles.write(tree);
        if (key.places().contains(ForgottenKey.Place.COMMENTED_DOTENV)) {
            ApplicationFiles.writeCommentedKey(tree, credential);
        }
        if (key.places().contains(ForgottenKey.Place.ROOT_CREDENTIALS)) {
            SystemFiles.writeCredentials(tree, credential);
        }
        Pm2Home.write(
                tree,
                applications(key.places().contains(ForgottenKey.Place.PM2_DUMP)),
                Processes.applicationsStarted(now));
        Pm2Home.writeErrors(tree, complaint.log(now));
        Processes.write(tree, applications(key.places().contains(ForgottenKey.Place.PM2_PROCESS)), now);
    }

    private static List<Pm2Application> applications(boolean keyIsCached) {
        Optional<Credential> cached = keyIsCached ? Optional.of(Identities.userKey()) : Optional.empty();
        return List.of(
                new Pm2Application("api", 0, Pm2Application.Mode.FORK, cached),
                new Pm2Application("jobs", 1, Pm2Application.Mode.CLUSTER, Optional.empty()));
    }
}

package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays out the files of a simulated host, with the forgotten key where the scenario left it. */
public final class HostFiles {

    private HostFiles() {}

    /** Fills an empty tree as it is then. */
    public static void write(FileTree tree, ForgottenKey key, Instant now) {
        Credential credential = Identities.userKey();
        SystemFiles.write(tree);
        ApplicationFiles.write(tree);
        Set<ForgottenKey.Place> places = key.places();
        if (places.contains(ForgottenKey.Place.COMMENTED_DOTENV)) {
            ApplicationFiles.writeKey(tree, "", "#", credential);
        }
        if (places.contains(ForgottenKey.Place.DOTENV)) {
            ApplicationFiles.writeKey(tree, "", "", credential);
        }
        if (places.contains(ForgottenKey.Place.DOTENV_BACKUP)) {
            ApplicationFiles.writeKey(tree, ".bak", "", credential);
        }
        if (places.contains(ForgottenKey.Place.ROOT_CREDENTIALS)) {
            SystemFiles.writeCredentials(tree, "/root", credential);
        }
        if (places.contains(ForgottenKey.Place.UNUSED_CREDENTIALS)) {
            SystemFiles.writeCredentials(tree, "/home/ec2-user", credential);
        }
        Pm2Home.write(
                tree, applications(places.contains(ForgottenKey.Place.PM2_DUMP)), Processes.applicationsStarted(now));
        Processes.write(
                tree, applications(places.contains(ForgottenKey.Place.PM2_PROCESS)), billing(places, credential), now);
    }

    private static Optional<Credential> billing(Set<ForgottenKey.Place> places, Credential key) {
        if (places.contains(ForgottenKey.Place.PASTED_SESSION)) {
            return Optional.of(Identities.pastedSession());
        }
        return places.contains(ForgottenKey.Place.BILLING_PROCESS) ? Optional.of(key) : Optional.empty();
    }

    private static List<Pm2Application> applications(boolean keyIsCached) {
        Optional<Credential> cached = keyIsCached ? Optional.of(Identities.userKey()) : Optional.empty();
        return List.of(
                new Pm2Application("api", 0, Pm2Application.Mode.FORK, cached),
                new Pm2Application("jobs", 1, Pm2Application.Mode.CLUSTER, Optional.empty()));
    }
}

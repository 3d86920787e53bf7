package io.rolemeter.collect.workload.chains;

import static io.rolemeter.collect.workload.chains.Links.ACCESS_KEY_ID;
import static io.rolemeter.collect.workload.chains.Links.SECRET_ACCESS_KEY;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.PythonPath;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.model.CredentialSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Python's botocore, and the CLI on top of it. A profile that is asked for and is not there, a file that does not parse and half
 * a key are errors, whatever else there would be. A profile that the command line names comes before the environment's key, which
 * is not even asked for then.
 *
 * @param firstProfile the variable that names the profile
 * @param secondProfile the one that does when the first is not there
 * @param findsRegion whether it asks the metadata service for a region that is not set
 */
record Botocore(String firstProfile, String secondProfile, boolean findsRegion) implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        Profiles profiles = profiles(view);
        Optional<Setting> given = view.properties().filled("profile");
        Optional<Setting> wanted = given.or(() -> view.environment().get(firstProfile))
                .or(() -> view.environment().get(secondProfile));
        String name = wanted.map(Setting::text).orElse("default");
        BotocoreProfile ofProfile =
                new BotocoreProfile(view, profiles, findsRegion || hasRegion(view, profiles.merged(name)));
        List<Provider> chain = new ArrayList<>();
        mistake(profiles, name, wanted.isPresent())
                .ifPresent(why -> chain.add(new Provider(Links.PROFILE, () -> Offer.failure(why))));
        if (given.isEmpty()) {
            chain.add(new Provider(Links.ENVIRONMENT, () -> environment(view)));
        }
        chain.add(new Provider("assume_role", () -> ofProfile.assumeRole(name, new HashSet<>())));
        chain.addAll(ofProfile.providers(name, given.isEmpty()));
        chain.add(new Provider("ec2_credentials_file", () -> BotocoreLegacy.credentialFile(view)));
        chain.add(new Provider("boto_config", () -> BotocoreLegacy.botoConfig(view)));
        chain.add(new Provider(Links.CONTAINER, () -> Links.container(view)));
        chain.add(new Provider(Links.INSTANCE_ROLE, () -> Links.instanceRole(view)));
        return chain;
    }

    private static Profiles profiles(ProcessView view) {
        String credentials = view.environment()
                .get("AWS_SHARED_CREDENTIALS_FILE")
                .map(Setting::text)
                .orElse("~/.aws/credentials");
        String config =
                view.environment().get("AWS_CONFIG_FILE").map(Setting::text).orElse("~/.aws/config");
        return Profiles.read(
                view.files(),
                Dialect.PYTHON,
                PythonPath.expanded(view, credentials),
                Optional.of(PythonPath.expanded(view, config)));
    }

    private static Optional<String> mistake(Profiles profiles, String name, boolean wanted) {
        if (!profiles.problems().isEmpty()) {
            return Optional.of("botocore gives up on " + profiles.problems().get(0));
        }
        boolean missing = wanted && !profiles.has(name) && profiles.closed().isEmpty();
        return missing
                ? Optional.of("there is no profile '" + name + "', and botocore asks nobody else")
                : Optional.empty();
    }

    private static boolean hasRegion(ProcessView view, Profile profile) {
        boolean global = view.environment()
                .text("AWS_STS_REGIONAL_ENDPOINTS")
                .or(() -> profile.text("sts_regional_endpoints"))
                .filter("legacy"::equals)
                .isPresent();
        return global
                || view.properties().text("region").isPresent()
                || view.environment().text("AWS_DEFAULT_REGION").isPresent()
                || profile.text("region").isPresent();
    }

    static Offer environment(ProcessView view) {
        Optional<Setting> id = view.environment().filled(ACCESS_KEY_ID);
        if (id.isEmpty()) {
            return Offer.nothing(ACCESS_KEY_ID + " is not set");
        }
        return view.environment().filled(SECRET_ACCESS_KEY).isPresent()
                ? Links.pair(view.environment(), CredentialSource.ENVIRONMENT, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
                : Offer.failure(ACCESS_KEY_ID + " is set without " + SECRET_ACCESS_KEY);
    }
}

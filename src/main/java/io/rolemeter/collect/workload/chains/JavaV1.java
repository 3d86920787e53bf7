package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.CredentialSource;
import java.util.List;
import java.util.Optional;

/**
 * The AWS SDK for Java, version 1. Takes the home from the user's entry, not from {@code HOME}, reads {@code ~/.aws/config} only
 * where there is no credentials file, and still knows variables that every other SDK has forgotten.
 */
final class JavaV1 implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        Profiles profiles = profiles(view);
        String name = view.environment()
                .text("AWS_PROFILE")
                .or(() -> view.properties().text("aws.profile"))
                .orElse("default");
        return List.of(
                new Provider(Links.ENVIRONMENT, () -> environment(view.environment())),
                new Provider(
                        Links.SYSTEM_PROPERTIES,
                        () -> Links.pair(
                                view.properties(),
                                CredentialSource.SYSTEM_PROPERTIES,
                                Links.ID_PROPERTY,
                                Links.FIRST_SECRET_PROPERTY)),
                new Provider(Links.WEB_IDENTITY, () -> webIdentity(view)),
                new Provider(Links.PROFILE, () -> profile(view, profiles, name)),
                new Provider(Links.CONTAINER, () -> Links.container(view)),
                new Provider(Links.INSTANCE_ROLE, () -> Links.instanceRole(view)));
    }

    private static Profiles profiles(ProcessView view) {
        String home =
                view.properties().text("user.home").orElse(view.surroundings().passwdHome());
        String credentials = ProcessView.join(home, ".aws/credentials");
        String usual = view.files().exists(credentials) ? credentials : ProcessView.join(home, ".aws/config");
        String path = view.environment().text("AWS_CREDENTIAL_PROFILES_FILE").orElse(usual);
        return Profiles.read(view.files(), Dialect.JAVA_V1, view.path(path, home), Optional.empty());
    }

    private static Offer environment(Variables environment) {
        String id = environment.get(Links.ACCESS_KEY_ID).isPresent() ? Links.ACCESS_KEY_ID : "AWS_ACCESS_KEY";
        String secret = environment.get("AWS_SECRET_KEY").isPresent() ? "AWS_SECRET_KEY" : Links.SECRET_ACCESS_KEY;
        return Links.pair(environment, CredentialSource.ENVIRONMENT, id, secret);
    }

    private static Offer profile(ProcessView view, Profiles profiles, String name) {
        if (!profiles.problems().isEmpty()) {
            return Offer.nothing("this SDK passes over " + profiles.problems().get(0));
        }
        Profile profile = profiles.merged(name);
        if (profile.isEmpty()) {
            return Links.closed(profiles).orElseGet(() -> Offer.nothing("there is no profile " + name));
        }
        if (profile.text("role_arn").isPresent()) {
            Optional<Offer> base = profile.text("source_profile").flatMap(source -> Links.fixed(profiles, source));
            return view.surroundings().assumesRoles() && base.isPresent()
                    ? Links.assumed(profile.text("role_arn").orElse("a role"), base.get())
                    : Offer.nothing("profile " + name + " has a role that cannot be assumed here");
        }
        if (profile.has("credential_process")) {
            return Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name);
        }
        return Links.fixed(profiles, name).orElseGet(() -> Offer.nothing("no key in profile " + name));
    }

    private static Offer webIdentity(ProcessView view) {
        boolean named = view.environment()
                        .text(Links.TOKEN_FILE)
                        .filter(path -> view.files().exists(view.path(path, view.home())))
                        .isPresent()
                && view.environment().text(Links.ROLE_ARN).isPresent();
        return named && view.surroundings().assumesRoles()
                ? Offer.of(CredentialSource.WEB_IDENTITY, Links.TOKEN_FILE + " is set")
                : Offer.nothing("no token file and role are named, or the token is not there");
    }
}

package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.CredentialSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS SDK for Go, version 2. Still reads {@code AWS_ACCESS_KEY} and {@code AWS_SECRET_KEY}, and refuses to start when
 * {@code AWS_PROFILE} names a profile that is not there.
 */
final class GoV2 implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        Optional<String> wanted = view.environment().text("AWS_PROFILE");
        String name =
                wanted.or(() -> view.environment().text("AWS_DEFAULT_PROFILE")).orElse("default");
        Profiles profiles = profiles(view);
        List<Provider> chain = new ArrayList<>();
        mistake(profiles, name, wanted.isPresent())
                .ifPresent(why -> chain.add(new Provider(Links.PROFILE, () -> Offer.failure(why))));
        chain.add(new Provider(Links.ENVIRONMENT, () -> environment(view.environment())));
        chain.add(new Provider(
                Links.WEB_IDENTITY,
                () -> webIdentity(
                        view,
                        view.environment().text(Links.TOKEN_FILE),
                        view.environment().text(Links.ROLE_ARN))));
        chain.add(new Provider(Links.PROFILE, () -> profile(view, profiles, name)));
        chain.add(new Provider(Links.CONTAINER, () -> Links.container(view)));
        chain.add(new Provider(Links.INSTANCE_ROLE, () -> Links.instanceRole(view)));
        return chain;
    }

    private static Profiles profiles(ProcessView view) {
        String credentials = view.environment()
                .text("AWS_SHARED_CREDENTIALS_FILE")
                .orElseGet(() -> ProcessView.join(view.home(), ".aws/credentials"));
        String config = view.environment()
                .text("AWS_CONFIG_FILE")
                .orElseGet(() -> ProcessView.join(view.home(), ".aws/config"));
        return Profiles.read(
                view.files(), Dialect.GO_V2, absolute(view, credentials), Optional.of(absolute(view, config)));
    }

    /** Go does not expand {@code ~}. */
    private static String absolute(ProcessView view, String path) {
        return path.startsWith("/")
                ? path
                : ProcessView.join(view.surroundings().workingDirectory(), path);
    }

    private static Optional<String> mistake(Profiles profiles, String name, boolean wanted) {
        if (!profiles.has(name)) {
            return wanted && profiles.closed().isEmpty()
                    ? Optional.of("there is no profile " + name + ", and this SDK refuses to start")
                    : Optional.empty();
        }
        return new GoProfiles(profiles)
                .mistake(name, new HashSet<>())
                .map(mistake -> mistake + ", and this SDK refuses to start");
    }

    private static Offer environment(Variables environment) {
        String id = Links.firstFilled(environment, Links.ACCESS_KEY_ID, "AWS_ACCESS_KEY")
                .orElse(Links.ACCESS_KEY_ID);
        String secret = Links.firstFilled(environment, Links.SECRET_ACCESS_KEY, "AWS_SECRET_KEY")
                .orElse(Links.SECRET_ACCESS_KEY);
        return Links.pair(environment, CredentialSource.ENVIRONMENT, id, secret);
    }

    private static Offer profile(ProcessView view, Profiles profiles, String name) {
        if (!profiles.has(name)) {
            return Links.closed(profiles).orElseGet(() -> Offer.nothing("there is no profile " + name));
        }
        return resolve(view, profiles, name, new HashSet<>());
    }

    private static Offer resolve(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        Optional<Offer> fixed = Links.fixed(profiles, name);
        Optional<String> role = profile.text("role_arn");
        Optional<String> source = profile.text("source_profile");
        boolean again = !visited.add(name);
        if (role.isPresent() && source.isPresent() && !again) {
            Offer base = profiles.has(source.get())
                    ? resolve(view, profiles, source.get(), visited)
                    : Offer.failure("there is no profile " + source.get());
            return Links.assumed(role.get(), base);
        }
        if (fixed.isPresent()) {
            return role.isPresent() && !again ? Links.assumed(role.get(), fixed.get()) : fixed.get();
        }
        if (profile.has("credential_source")) {
            Offer base = named(view, profile.text("credential_source").orElse(""));
            return role.isPresent() ? Links.assumed(role.get(), base) : base;
        }
        if (profile.has("web_identity_token_file")) {
            return webIdentity(view, profile.text("web_identity_token_file"), role);
        }
        if (profile.has("sso_account_id") || profile.has("sso_session")) {
            return Offer.of(CredentialSource.SSO, "profile " + name + ", if its session is signed in");
        }
        if (profile.has("login_session")) {
            return Offer.of(CredentialSource.SSO, "login_session of profile " + name + ", if it is signed in");
        }
        return profile.text("credential_process").isPresent()
                ? Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name)
                : Offer.nothing("no credentials in profile " + name);
    }

    private static Offer named(ProcessView view, String source) {
        return switch (source) {
            case "Environment" -> environment(view.environment());
            case "EcsContainer" -> Links.container(view);
            case "Ec2InstanceMetadata" -> Links.instanceRole(view);
            default -> Offer.failure("credential_source " + source + " is none that this SDK knows");
        };
    }

    private static Offer webIdentity(ProcessView view, Optional<String> file, Optional<String> role) {
        if (file.isEmpty()) {
            return Offer.nothing(Links.TOKEN_FILE + " is not set");
        }
        return role.isPresent() && view.files().exists(absolute(view, file.get()))
                ? Offer.of(CredentialSource.WEB_IDENTITY, "token file " + file.get())
                : Offer.failure("a token file is named, and it or the role is not there");
    }
}

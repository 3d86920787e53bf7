package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.model.CredentialSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The AWS SDK for Rust ({@code aws-config}): mistakes in the files end the chain, but only once the environment has been asked. */
final class Rust implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        return List.of(
                new Provider(Links.ENVIRONMENT, () -> environment(view)),
                new Provider(Links.PROFILE, () -> profile(view)),
                new Provider(
                        Links.WEB_IDENTITY,
                        () -> webIdentity(
                                view,
                                view.environment().text(Links.TOKEN_FILE),
                                view.environment().text(Links.ROLE_ARN))),
                new Provider(Links.CONTAINER, () -> Links.container(view)),
                new Provider(Links.INSTANCE_ROLE, () -> Links.instanceRole(view)));
    }

    private static Offer environment(ProcessView view) {
        boolean usual = view.environment().legible(Links.SECRET_ACCESS_KEY).isPresent();
        return Links.pair(
                view.environment(),
                CredentialSource.ENVIRONMENT,
                Links.ACCESS_KEY_ID,
                usual ? Links.SECRET_ACCESS_KEY : "SECRET_ACCESS_KEY");
    }

    private static Offer profile(ProcessView view) {
        String home = view.home();
        String credentials =
                view.environment().text("AWS_SHARED_CREDENTIALS_FILE").orElse("~/.aws/credentials");
        String config = view.environment().text("AWS_CONFIG_FILE").orElse("~/.aws/config");
        Profiles profiles = Profiles.read(
                view.files(), Dialect.RUST, view.path(credentials, home), Optional.of(view.path(config, home)));
        if (!profiles.problems().isEmpty()) {
            return Offer.failure("this SDK gives up on " + profiles.problems().get(0));
        }
        String name = view.environment().get("AWS_PROFILE").map(Setting::text).orElse("default");
        return profiles.has(name)
                ? resolve(view, profiles, name, new HashSet<>())
                : Links.closed(profiles)
                        .orElseGet(() ->
                                Offer.nothing("there is no profile " + name + ", which this SDK does not mention"));
    }

    private static Offer resolve(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        if (!profiles.has(name)) {
            return Offer.failure("there is no profile " + name);
        }
        Profile profile = profiles.merged(name);
        Optional<Offer> fixed = Links.fixed(profiles, name);
        Optional<String> role = profile.text("role_arn");
        Optional<String> source = profile.text("source_profile");
        boolean again = !visited.add(name);
        if (!visited.isEmpty() && (again || visited.size() > 1) && fixed.isPresent()) {
            return fixed.get();
        }
        if (again) {
            return Offer.failure("profile " + name + " is its own source");
        }
        if (role.isPresent() && source.isPresent()) {
            Offer base = resolve(view, profiles, source.get(), visited);
            return base instanceof Offer.Nothing ? Offer.failure(base.why()) : Links.assumed(role.get(), base);
        }
        if (profile.has("credential_source")) {
            Offer base = named(view, profile.text("credential_source").orElse(""));
            return role.isPresent() ? Links.assumed(role.get(), base) : base;
        }
        if (profile.has("web_identity_token_file")) {
            return webIdentity(view, profile.text("web_identity_token_file"), role);
        }
        if (profile.has("sso_account_id") || profile.has("sso_role_name")) {
            return Offer.of(CredentialSource.SSO, "profile " + name + ", if its session is signed in");
        }
        if (profile.has("credential_process")) {
            return Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name);
        }
        boolean half = profile.has("aws_access_key_id") || profile.has("aws_secret_access_key");
        return fixed.orElseGet(() -> half
                ? Offer.failure("profile " + name + " has half a key")
                : Offer.nothing("no credentials in profile " + name));
    }

    private static Offer named(ProcessView view, String source) {
        Offer offer = switch (source) {
            case "Environment" -> environment(view);
            case "EcsContainer" -> Links.container(view);
            case "Ec2InstanceMetadata" -> Links.instanceRole(view);
            default -> Offer.failure("credential_source " + source + " is none that this SDK knows");
        };
        return offer instanceof Offer.Nothing nothing ? Offer.failure(nothing.why()) : offer;
    }

    private static Offer webIdentity(ProcessView view, Optional<String> file, Optional<String> role) {
        if (file.isEmpty()) {
            return Offer.nothing(Links.TOKEN_FILE + " is not set");
        }
        return role.isPresent() && view.files().exists(view.path(file.get(), view.home()))
                ? Offer.of(CredentialSource.WEB_IDENTITY, "token file " + file.get())
                : Offer.failure("a token file is named, and it or the role is not there");
    }
}

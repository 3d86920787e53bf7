package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.model.CredentialSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS SDK for JavaScript, version 3. {@code AWS_PROFILE} makes it ignore keys in the environment, and a profile that is not
 * there makes it go on to the instance's role without a word.
 */
final class JavaScriptV3 implements ProviderChain {
    private static final String PROFILE_VARIABLE = "AWS_PROFILE";

    @Override
    public List<Provider> providers(ProcessView view) {
        String name = view.environment().text(PROFILE_VARIABLE).orElse("default");
        Profiles profiles = profiles(view);
        return List.of(
                new Provider(Links.ENVIRONMENT, () -> environment(view)),
                new Provider(Links.PROFILE, () -> profile(view, profiles, name)),
                new Provider(
                        Links.WEB_IDENTITY,
                        () -> webIdentity(
                                view,
                                view.environment().text(Links.TOKEN_FILE),
                                view.environment().text(Links.ROLE_ARN))),
                new Provider(Links.CONTAINER, () -> Links.container(view)),
                new Provider(Links.INSTANCE_ROLE, () -> instanceRole(view)));
    }

    private static Profiles profiles(ProcessView view) {
        String credentials =
                view.environment().text("AWS_SHARED_CREDENTIALS_FILE").orElse("~/.aws/credentials");
        String config = view.environment().text("AWS_CONFIG_FILE").orElse("~/.aws/config");
        return Profiles.read(
                view.files(),
                Dialect.JAVASCRIPT_V3,
                view.path(credentials, view.home()),
                Optional.of(view.path(config, view.home())));
    }

    private static Offer environment(ProcessView view) {
        Offer pair = pair(view);
        return view.environment().text(PROFILE_VARIABLE).isPresent() && pair instanceof Offer.Credentials
                ? Offer.nothing("AWS_PROFILE is set, and this SDK then ignores the key in the environment")
                : pair;
    }

    /** This SDK takes blanks for a key. */
    private static Offer pair(ProcessView view) {
        return Links.pair(
                view.environment(), CredentialSource.ENVIRONMENT, Links.ACCESS_KEY_ID, Links.SECRET_ACCESS_KEY);
    }

    private static Offer profile(ProcessView view, Profiles profiles, String name) {
        if (!profiles.has(name)) {
            return Links.closed(profiles)
                    .orElseGet(
                            () -> Offer.nothing("there is no profile " + name + ", which this SDK does not mention"));
        }
        return resolve(view, profiles, name, new HashSet<>());
    }

    /** @param visited the profiles that led here; not the first */
    private static Offer resolve(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        Optional<Offer> fixed = Links.fixed(profiles, name);
        if (!visited.isEmpty() && fixed.isPresent()) {
            return fixed.get();
        }
        boolean named = profile.has("credential_source") && !profile.has("source_profile");
        boolean chained = profile.has("source_profile") && !profile.has("credential_source");
        if (profile.has("role_arn") && (named || chained)) {
            return assumed(view, profiles, name, visited);
        }
        if (!visited.isEmpty() && named) {
            return named(view, profile.text("credential_source").orElse(""));
        }
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (profile.has("web_identity_token_file") && profile.has("role_arn")) {
            return webIdentity(view, profile.text("web_identity_token_file"), profile.text("role_arn"));
        }
        if (profile.has("credential_process")) {
            return Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name);
        }
        if (profile.properties().anyName(property -> property.startsWith("sso_"))) {
            return Offer.of(CredentialSource.SSO, "profile " + name + ", if its session is signed in");
        }
        return profile.has("login_session")
                ? Offer.of(CredentialSource.SSO, "login_session of profile " + name + ", if it is signed in")
                : Offer.nothing("no credentials in profile " + name);
    }

    private static Offer assumed(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        String role = profile.text("role_arn").orElse("a role");
        Optional<String> source = profile.text("source_profile");
        if (source.isEmpty()) {
            return Links.assumed(
                    role, named(view, profile.text("credential_source").orElse("")));
        }
        if (!visited.add(source.get())) {
            return Offer.nothing("profile " + source.get() + " is its own source");
        }
        return Links.assumed(role, resolve(view, profiles, source.get(), visited));
    }

    private static Offer named(ProcessView view, String source) {
        return switch (source) {
            case "Environment" -> pair(view);
            case "EcsContainer" -> Links.container(view);
            case "Ec2InstanceMetadata" -> Links.instanceRole(view, false);
            default -> Offer.nothing("credential_source " + source + " is none that this SDK knows");
        };
    }

    private static Offer webIdentity(ProcessView view, Optional<String> file, Optional<String> role) {
        if (file.isEmpty() || role.isEmpty()) {
            return Offer.nothing(Links.TOKEN_FILE + " and " + Links.ROLE_ARN + " are not both set");
        }
        return view.files().exists(view.path(file.get(), view.home()))
                ? Offer.of(CredentialSource.WEB_IDENTITY, "token file " + file.get())
                : Offer.failure("the token file " + file.get() + " is not there");
    }

    private static Offer instanceRole(ProcessView view) {
        boolean disabled = view.environment()
                .text("AWS_EC2_METADATA_DISABLED")
                .filter(text -> !text.equals("false"))
                .isPresent();
        return Links.instanceRole(view, disabled);
    }
}

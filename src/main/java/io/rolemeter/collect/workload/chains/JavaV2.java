package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.model.CredentialSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS SDK for Java, version 2. System properties come before variables; whatever goes wrong in a provider makes it go on to
 * the next; but a file that does not parse stops the instance's role too, which is looked up with settings from it.
 */
final class JavaV2 implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        Profiles profiles = profiles(view);
        String name = setting(view, "aws.profile", "AWS_PROFILE").orElse("default");
        List<Provider> chain = new ArrayList<>();
        chain.add(new Provider(
                Links.SYSTEM_PROPERTIES,
                () -> Links.pair(
                        view.properties(),
                        CredentialSource.SYSTEM_PROPERTIES,
                        Links.ID_PROPERTY,
                        Links.SECRET_PROPERTY)));
        chain.add(new Provider(
                Links.ENVIRONMENT,
                () -> Links.pair(
                        view.environment(),
                        CredentialSource.ENVIRONMENT,
                        Links.ACCESS_KEY_ID,
                        Links.SECRET_ACCESS_KEY)));
        chain.add(new Provider(
                Links.WEB_IDENTITY,
                () -> webIdentity(
                        view,
                        setting(view, "aws.webIdentityTokenFile", Links.TOKEN_FILE),
                        setting(view, "aws.roleArn", Links.ROLE_ARN))));
        chain.add(new Provider(Links.PROFILE, () -> profile(view, profiles, name)));
        chain.add(new Provider(Links.CONTAINER, () -> container(view)));
        chain.add(
                new Provider(
                        Links.INSTANCE_ROLE,
                        () -> profiles.problems().isEmpty() || asksNoFile(view)
                                ? instanceRole(view)
                                : Offer.failure(
                                        "this SDK looks into the file that it gives up on before it asks the metadata service")));
        return chain;
    }

    private static Profiles profiles(ProcessView view) {
        String home = view.environment()
                .text("HOME")
                .or(() -> view.properties().text("user.home"))
                .orElse(view.surroundings().passwdHome());
        String credentials = setting(view, "aws.sharedCredentialsFile", "AWS_SHARED_CREDENTIALS_FILE")
                .orElse("~/.aws/credentials");
        String config = setting(view, "aws.configFile", "AWS_CONFIG_FILE").orElse("~/.aws/config");
        return Profiles.read(
                view.files(), Dialect.JAVA_V2, view.path(credentials, home), Optional.of(view.path(config, home)));
    }

    /** A system property, else the variable; either may be empty. */
    private static Optional<String> setting(ProcessView view, String property, String variable) {
        return view.properties()
                .get(property)
                .or(() -> view.environment().get(variable))
                .map(Setting::text);
    }

    private static Offer profile(ProcessView view, Profiles profiles, String name) {
        if (!profiles.problems().isEmpty()) {
            return Offer.nothing("this SDK gives up on " + profiles.problems().get(0));
        }
        if (!profiles.has(name)) {
            return Links.closed(profiles).orElseGet(() -> Offer.nothing("there is no profile '" + name + "'"));
        }
        return resolve(view, profiles, name, new HashSet<>());
    }

    private static Offer resolve(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        if (!visited.add(name)) {
            return Links.fixed(profiles, name).orElseGet(() -> Offer.nothing("profile " + name + " is its own source"));
        }
        if (profile.has("role_arn") && profile.has("web_identity_token_file")) {
            return webIdentity(view, profile.text("web_identity_token_file"), profile.text("role_arn"));
        }
        if (profile.has("role_arn") && (profile.has("source_profile") || profile.has("credential_source"))) {
            return assumed(view, profiles, name, visited);
        }
        if (profile.has("sso_account_id") || profile.has("sso_role_name") || profile.has("sso_session")) {
            return Offer.of(CredentialSource.SSO, "profile " + name + ", if its session is signed in");
        }
        if (profile.has("credential_process")) {
            return Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name);
        }
        if (profile.has("login_session")) {
            return Offer.of(CredentialSource.SSO, "login_session of profile " + name + ", if it is signed in");
        }
        return Links.fixed(profiles, name)
                .orElseGet(() -> Offer.nothing(
                        profile.has("aws_access_key_id")
                                ? "profile " + name + " has a key id without its secret"
                                : "no credentials in profile " + name));
    }

    private static Offer assumed(ProcessView view, Profiles profiles, String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        String role = profile.text("role_arn").orElse("a role");
        if (!view.surroundings().assumesRoles()) {
            return Offer.nothing(
                    "profile " + name + " assumes " + role + ", and the module sts is not on the class path");
        }
        Optional<String> source = profile.text("source_profile");
        if (source.isPresent() == profile.has("credential_source")) {
            return Offer.nothing("profile " + name + " has both source_profile and credential_source");
        }
        Offer base = source.isPresent()
                ? resolve(view, profiles, source.get(), visited)
                : named(view, profile.text("credential_source").orElse(""));
        return Links.assumed(role, base);
    }

    private static Offer named(ProcessView view, String source) {
        return switch (source) {
            case "Environment" -> environmentOrProperties(view);
            case "EcsContainer" -> container(view);
            case "Ec2InstanceMetadata" -> instanceRole(view);
            default -> Offer.nothing("credential_source " + source + " is none that this SDK knows");
        };
    }

    private static Offer environmentOrProperties(ProcessView view) {
        Offer properties = Links.pair(
                view.properties(), CredentialSource.SYSTEM_PROPERTIES, Links.ID_PROPERTY, Links.SECRET_PROPERTY);
        return properties instanceof Offer.Credentials
                ? properties
                : Links.pair(
                        view.environment(), CredentialSource.ENVIRONMENT, Links.ACCESS_KEY_ID, Links.SECRET_ACCESS_KEY);
    }

    private static Offer webIdentity(ProcessView view, Optional<String> file, Optional<String> role) {
        if (file.isEmpty() || role.isEmpty()) {
            return Offer.nothing("no token file and role are named");
        }
        if (!view.surroundings().assumesRoles()) {
            return Offer.nothing("a token file is named, and the module sts is not on the class path");
        }
        return view.files().exists(view.path(file.get(), view.home()))
                ? Offer.of(CredentialSource.WEB_IDENTITY, "token file " + file.get())
                : Offer.nothing("the token file " + file.get() + " is not there");
    }

    private static Offer container(ProcessView view) {
        return Links.firstFilled(view.properties(), "aws.containerCredentialsPath", "aws.containerCredentialsFullUri")
                .map(name -> Offer.of(CredentialSource.CONTAINER, name + " is set"))
                .orElseGet(() -> Links.container(view));
    }

    /** Only where variables say both where the metadata service is and how long to wait, no profile is asked for that. */
    private static boolean asksNoFile(ProcessView view) {
        return setting(view, "aws.ec2MetadataServiceEndpoint", "AWS_EC2_METADATA_SERVICE_ENDPOINT")
                        .isPresent()
                && setting(view, "aws.ec2MetadataServiceTimeout", "AWS_METADATA_SERVICE_TIMEOUT")
                        .isPresent();
    }

    /** A word that is neither true nor false makes the provider fail. */
    private static Offer instanceRole(ProcessView view) {
        boolean disabled = setting(view, "aws.disableEc2Metadata", "AWS_EC2_METADATA_DISABLED")
                .filter(text -> !text.equalsIgnoreCase("false"))
                .isPresent();
        return Links.instanceRole(view, disabled);
    }
}

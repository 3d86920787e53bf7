package io.rolemeter.collect.workload.chains;

import static io.rolemeter.collect.workload.chains.Links.ROLE_ARN;
import static io.rolemeter.collect.workload.chains.Links.TOKEN_FILE;

import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.model.CredentialSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The providers of botocore that speak for one profile.
 *
 * @param hasRegion whether there is one to ask STS in
 */
record BotocoreProfile(ProcessView view, Profiles profiles, boolean hasRegion) {
    List<Provider> providers(String name, boolean withVariables) {
        return List.of(
                new Provider(Links.WEB_IDENTITY, () -> webIdentity(name, withVariables)),
                new Provider(Links.SSO, () -> sso(name)),
                new Provider(
                        "shared_credentials_file",
                        () -> fixed(profiles.credentials(), name, CredentialSource.SHARED_CREDENTIALS_FILE)),
                new Provider("login", () -> login(name)),
                new Provider(Links.CREDENTIAL_PROCESS, () -> process(name)),
                new Provider("config_file", () -> fixed(profiles.config(), name, CredentialSource.CONFIG_FILE)));
    }

    Offer assumeRole(String name, Set<String> visited) {
        Profile profile = profiles.merged(name);
        if (!profile.has("role_arn") || profile.has("web_identity_token_file")) {
            return Offer.nothing("profile " + name + " has no role_arn");
        }
        Optional<String> source = profile.get("source_profile").map(Setting::text);
        Optional<String> named = profile.get("credential_source").map(Setting::text);
        if (source.isPresent() == named.isPresent()) {
            return Offer.failure(
                    "profile " + name + " has role_arn and not exactly one of source_profile and credential_source");
        }
        Offer base = source.isPresent() ? ofProfile(source.get(), visited) : named(named.orElse(""));
        return base instanceof Offer.Nothing
                ? Offer.failure("profile " + name + " has nothing to assume its role with: " + base.why())
                : fromSts(Links.assumed(profile.text("role_arn").orElse("a role"), base));
    }

    private Offer fromSts(Offer offer) {
        return hasRegion || !(offer instanceof Offer.Credentials)
                ? offer
                : Offer.failure(offer.why()
                        + ", but neither AWS_DEFAULT_REGION nor the profile sets a region, and botocore since 1.40 asks STS in"
                        + " none then; AWS_REGION does not count");
    }

    private Offer ofProfile(String source, Set<String> visited) {
        Profile profile = profiles.merged(source);
        boolean fixed = profile.has("aws_access_key_id") || profile.has("aws_secret_access_key");
        if (!visited.add(source) && !fixed) {
            return Offer.failure("profile " + source + " is its own source");
        }
        if (!fixed && profile.has("role_arn") && !profile.has("web_identity_token_file")) {
            return assumeRole(source, visited);
        }
        return providers(source, false).stream()
                .map(provider -> provider.offer().get())
                .filter(offer -> !(offer instanceof Offer.Nothing))
                .findFirst()
                .orElseGet(() -> Offer.nothing("no credentials in profile " + source));
    }

    private Offer named(String source) {
        return switch (source.toLowerCase(java.util.Locale.ROOT)) {
            case "environment" -> Botocore.environment(view);
            case "ecscontainer" -> Links.container(view);
            case "ec2instancemetadata" -> Links.instanceRole(view);
            default -> Offer.failure("credential_source " + source + " is none that botocore knows");
        };
    }

    private Offer webIdentity(String name, boolean withVariables) {
        Optional<Setting> ofVariables = withVariables ? view.environment().get(TOKEN_FILE) : Optional.empty();
        Optional<Setting> role = withVariables ? view.environment().get(ROLE_ARN) : Optional.empty();
        Profile profile = profiles.merged(name);
        String file = ofVariables
                .or(() -> profile.get("web_identity_token_file"))
                .map(Setting::text)
                .orElse("");
        if (file.isEmpty()) {
            return Offer.nothing(TOKEN_FILE + " is not set, nor web_identity_token_file in profile " + name);
        }
        if (role.or(() -> profile.get("role_arn")).isEmpty()) {
            return Offer.failure("a token file is named, and no role");
        }
        return view.files().exists(view.path(file, view.home()))
                ? fromSts(Offer.of(CredentialSource.WEB_IDENTITY, "token file " + file))
                : Offer.failure("the token file " + file + " is not there");
    }

    private Offer sso(String name) {
        Profile profile = profiles.merged(name);
        return profile.has("sso_account_id") || profile.has("sso_role_name")
                ? Offer.of(CredentialSource.SSO, "profile " + name + ", if its session is signed in")
                : Offer.nothing("profile " + name + " has no sso settings");
    }

    private Offer login(String name) {
        return profiles.merged(name).has("login_session")
                ? Offer.of(CredentialSource.SSO, "login_session of profile " + name + ", if it is signed in")
                : Offer.nothing("profile " + name + " has no login_session");
    }

    private Offer process(String name) {
        return profiles.merged(name).has("credential_process")
                ? Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + name)
                : Offer.nothing("profile " + name + " has no credential_process");
    }

    private Offer fixed(Map<String, Profile> file, String name, CredentialSource source) {
        Optional<Profile> profile = Optional.ofNullable(file.get(name));
        Optional<Setting> id = profile.flatMap(found -> found.get("aws_access_key_id"));
        if (id.isEmpty()) {
            return Links.closed(profiles).orElseGet(() -> Offer.nothing("no key in profile " + name));
        }
        return profile.flatMap(Profile::pair).isPresent()
                ? Offer.key(source, id.get(), "profile " + name + Links.inFile(id.get()))
                : Offer.failure("profile " + name + Links.inFile(id.get()) + " has a key id without its secret");
    }
}

package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.model.CredentialSource;
import java.util.List;
import java.util.Optional;

/**
 * The AWS SDK for JavaScript, version 2. Without {@code AWS_SDK_LOAD_CONFIG} it knows neither {@code ~/.aws/config} nor the
 * variables that move the files; with it, a missing {@code ~/.aws/config} makes it miss the credentials file too.
 */
final class JavaScriptV2 implements ProviderChain {
    @Override
    public List<Provider> providers(ProcessView view) {
        Files files = Files.of(view);
        return List.of(
                new Provider(Links.ENVIRONMENT, () -> pair(view, "AWS")),
                new Provider("environment_amazon", () -> pair(view, "AMAZON")),
                new Provider(Links.SSO, () -> sso(files)),
                new Provider(Links.PROFILE, () -> profile(files)),
                new Provider(Links.CONTAINER, () -> Links.container(view)),
                new Provider(Links.CREDENTIAL_PROCESS, () -> process(files)),
                new Provider(Links.WEB_IDENTITY, () -> webIdentity(view, files)),
                new Provider(
                        Links.INSTANCE_ROLE,
                        () -> Links.instanceRole(
                                view,
                                view.environment()
                                        .text("AWS_EC2_METADATA_DISABLED")
                                        .isPresent())));
    }

    /** @param missing why it has no files at all */
    private record Files(Profiles profiles, String name, Optional<String> missing) {
        static Files of(ProcessView view) {
            boolean loadsConfig = view.environment().text("AWS_SDK_LOAD_CONFIG").isPresent();
            Optional<String> moved =
                    view.environment().text("AWS_SHARED_CREDENTIALS_FILE").filter(path -> loadsConfig);
            String credentials = moved.map(path -> absolute(view, path))
                    .orElseGet(() -> ProcessView.join(view.home(), ".aws/credentials"));
            String config = view.environment()
                    .text("AWS_CONFIG_FILE")
                    .map(path -> absolute(view, path))
                    .orElseGet(() -> ProcessView.join(view.home(), ".aws/config"));
            boolean none = loadsConfig && !view.files().exists(config);
            return new Files(
                    Profiles.read(
                            view.files(),
                            Dialect.JAVASCRIPT_V2,
                            credentials,
                            loadsConfig ? Optional.of(config) : Optional.empty()),
                    view.environment().text("AWS_PROFILE").orElse("default"),
                    none
                            ? Optional.of("AWS_SDK_LOAD_CONFIG is set and " + config + " is not there")
                            : Optional.empty());
        }

        /** Node does not expand {@code ~}. */
        private static String absolute(ProcessView view, String path) {
            return path.startsWith("/")
                    ? path
                    : ProcessView.join(view.surroundings().workingDirectory(), path);
        }

        Profile profile() {
            return profiles.merged(name);
        }
    }

    private static Offer pair(ProcessView view, String prefix) {
        return Links.pair(
                view.environment(),
                CredentialSource.ENVIRONMENT,
                prefix + "_ACCESS_KEY_ID",
                prefix + "_SECRET_ACCESS_KEY");
    }

    private static Offer sso(Files files) {
        if (files.missing.isPresent()) {
            return Offer.nothing(files.missing.get());
        }
        boolean complete =
                files.profile().has("sso_account_id") && files.profile().has("sso_role_name");
        return complete
                ? Offer.of(CredentialSource.SSO, "profile " + files.name + ", if its session is signed in")
                : Offer.nothing("profile " + files.name + " has no sso settings");
    }

    private static Offer profile(Files files) {
        if (files.missing.isPresent()) {
            return Offer.nothing(files.missing.get());
        }
        Optional<Offer> closed = Links.closed(files.profiles);
        if (!files.profiles.has(files.name) && closed.isPresent()) {
            return closed.get();
        }
        return resolve(files, files.name, false, 0);
    }

    private static Offer resolve(Files files, String name, boolean prefersKeys, int depth) {
        Profile profile = files.profiles.merged(name);
        Optional<Offer> fixed = Links.fixed(files.profiles, name);
        Optional<String> role = profile.text("role_arn");
        if (role.isEmpty() || (prefersKeys && fixed.isPresent())) {
            return fixed.orElseGet(() -> Offer.nothing("no key in profile " + name));
        }
        Optional<String> source = profile.text("source_profile");
        if (source.isEmpty() || !files.profiles.has(source.get()) || depth > 10) {
            return Offer.nothing("profile " + name + " has role_arn without a source_profile that is there");
        }
        return Links.assumed(role.get(), resolve(files, source.get(), true, depth + 1));
    }

    private static Offer process(Files files) {
        return files.missing.isEmpty()
                        && files.profile().text("credential_process").isPresent()
                ? Offer.of(CredentialSource.CREDENTIAL_PROCESS, "credential_process of profile " + files.name)
                : Offer.nothing(files.missing.orElse("profile " + files.name + " has no credential_process"));
    }

    private static Offer webIdentity(ProcessView view, Files files) {
        boolean variables = view.environment().text(Links.TOKEN_FILE).isPresent()
                && view.environment().text(Links.ROLE_ARN).isPresent();
        Optional<String> file = variables
                ? view.environment().text(Links.TOKEN_FILE)
                : files.profile().text("web_identity_token_file").filter(path -> files.missing.isEmpty());
        return file.filter(path -> view.files().exists(Files.absolute(view, path)))
                .map(path -> Offer.of(CredentialSource.WEB_IDENTITY, "token file " + path))
                .orElseGet(() -> Offer.nothing("no token file is named, or it is not there"));
    }
}

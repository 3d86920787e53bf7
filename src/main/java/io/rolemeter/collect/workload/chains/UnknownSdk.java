package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.Dialect;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.CredentialSource;
import java.util.List;
import java.util.Optional;

/** What all SDKs would do alike. Where they differ it ends as unknown. */
final class UnknownSdk implements ProviderChain {
    private static final List<String> FORKS = List.of(
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            Links.TOKEN_FILE,
            "AWS_ACCESS_KEY",
            "AMAZON_ACCESS_KEY_ID",
            "AWS_SHARED_CREDENTIALS_FILE",
            "AWS_CONFIG_FILE",
            "AWS_CREDENTIAL_FILE");

    private static final List<String> PROPERTIES = List.of(
            "aws.profile",
            "aws.sharedCredentialsFile",
            "aws.configFile",
            "aws.webIdentityTokenFile",
            "aws.containerCredentialsPath",
            "aws.containerCredentialsFullUri");

    @Override
    public List<Provider> providers(ProcessView view) {
        List<Provider> all = List.of(
                new Provider(Links.SYSTEM_PROPERTIES, () -> properties(view)),
                new Provider(Links.ENVIRONMENT, () -> environment(view)),
                new Provider(Links.PROFILE, () -> profile(view)),
                new Provider(Links.CONTAINER, () -> Links.container(view)),
                new Provider(Links.INSTANCE_ROLE, () -> Links.instanceRole(view)));
        boolean java = view.properties().anyName(name -> true);
        return java ? all : all.subList(1, all.size());
    }

    /**
     * Which only Java has. Its two SDKs call the secret differently, so that its name tells which is meant: in version 2 system
     * properties come before variables, in version 1 after them.
     */
    private static Offer properties(ProcessView view) {
        Variables properties = view.properties();
        boolean first = properties.legible(Links.FIRST_SECRET_PROPERTY).isPresent();
        boolean second = properties.legible(Links.SECRET_PROPERTY).isPresent();
        Offer pair = Links.pair(
                properties,
                CredentialSource.SYSTEM_PROPERTIES,
                Links.ID_PROPERTY,
                first && !second ? Links.FIRST_SECRET_PROPERTY : Links.SECRET_PROPERTY);
        boolean variables = Links.firstFilled(view.environment(), Links.ACCESS_KEY_ID, "AWS_ACCESS_KEY")
                .isPresent();
        return first && variables && pair instanceof Offer.Credentials
                ? new Offer.Unseen(
                        "keys are set by system properties and by variables, and SDKs differ about which count")
                : pair;
    }

    private static Offer environment(ProcessView view) {
        Offer pair = Links.pair(
                view.environment(), CredentialSource.ENVIRONMENT, Links.ACCESS_KEY_ID, Links.SECRET_ACCESS_KEY);
        boolean half = view.environment().legible(Links.ACCESS_KEY_ID).isPresent();
        if (half && pair instanceof Offer.Nothing) {
            return new Offer.Unseen("half a key is set, and SDKs differ about it");
        }
        boolean profile = Links.firstFilled(view.environment(), "AWS_PROFILE").isPresent();
        return profile && pair instanceof Offer.Credentials
                ? new Offer.Unseen("a key and AWS_PROFILE are set, and SDKs differ about which counts")
                : pair;
    }

    private static Offer profile(ProcessView view) {
        Optional<String> fork = Links.firstFilled(view.environment(), FORKS.toArray(new String[0]));
        if (fork.isPresent()) {
            return new Offer.Unseen(fork.get() + " is set, and SDKs differ about it");
        }
        Optional<String> moved = Links.firstFilled(view.properties(), PROPERTIES.toArray(new String[0]));
        if (moved.isPresent()) {
            return new Offer.Unseen(moved.get() + " is set, and SDKs differ about it");
        }
        Profiles profiles = Profiles.read(
                view.files(),
                Dialect.JAVA_V2,
                ProcessView.join(view.home(), ".aws/credentials"),
                Optional.of(ProcessView.join(view.home(), ".aws/config")));
        if (!profiles.problems().isEmpty()) {
            return new Offer.Unseen("SDKs differ about " + profiles.problems().get(0));
        }
        boolean fixed = profiles.credentials().containsKey("default")
                && Links.fixed(profiles, "default").isPresent();
        if (fixed && !profiles.merged("default").has("role_arn")) {
            return Links.fixed(profiles, "default").orElseThrow();
        }
        if (!profiles.merged("default").isEmpty()
                && profiles.merged("default").properties().anyName(UnknownSdk::matters)) {
            return new Offer.Unseen("the default profile has settings about which SDKs differ");
        }
        return Links.closed(profiles).orElseGet(() -> Offer.nothing("there is no default profile with credentials"));
    }

    private static boolean matters(String property) {
        return property.startsWith("aws_")
                || property.startsWith("sso_")
                || property.startsWith("role_")
                || property.startsWith("credential_")
                || property.startsWith("web_identity");
    }
}

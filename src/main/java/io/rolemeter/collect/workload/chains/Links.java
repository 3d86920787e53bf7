package io.rolemeter.collect.workload.chains;

import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Profile;
import io.rolemeter.collect.workload.view.Profiles;
import io.rolemeter.collect.workload.view.Setting;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.CredentialSource;
import java.util.List;
import java.util.Optional;

/** Providers that several SDKs have in the same form. */
final class Links {
    static final String ENVIRONMENT = "environment";
    static final String SYSTEM_PROPERTIES = "system_properties";
    static final String WEB_IDENTITY = "web_identity";
    static final String PROFILE = "profile";
    static final String CREDENTIAL_PROCESS = "credential_process";
    static final String SSO = "sso";
    static final String CONTAINER = "container";
    static final String INSTANCE_ROLE = "instance_role";

    static final String ACCESS_KEY_ID = "AWS_ACCESS_KEY_ID";
    static final String SECRET_ACCESS_KEY = "AWS_SECRET_ACCESS_KEY";
    static final String ID_PROPERTY = "aws.accessKeyId";
    static final String SECRET_PROPERTY = "aws.secretAccessKey";
    /** Of version 1 of the SDK for Java. */
    static final String FIRST_SECRET_PROPERTY = "aws.secretKey";

    static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";
    static final String ROLE_ARN = "AWS_ROLE_ARN";
    private static final String RELATIVE_URI = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL_URI = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String METADATA_DISABLED = "AWS_EC2_METADATA_DISABLED";

    private Links() {}

    /** The first name that has a value of at least one character. */
    static Optional<String> firstFilled(Variables variables, String... names) {
        return List.of(names).stream()
                .filter(name -> variables.filled(name).isPresent())
                .findFirst();
    }

    /** A key of two variables; half of it is none. */
    static Offer pair(Variables variables, CredentialSource source, String id, String secret) {
        Optional<Setting> key = variables.legible(id);
        boolean other = variables.legible(secret).isPresent();
        if (key.isPresent() && other) {
            return Offer.key(source, key.get(), id + " and " + secret + " are set" + from(key.get()));
        }
        if (key.isPresent() || other) {
            return Offer.nothing("only " + (other ? secret : id) + " is set, and half a key is none");
        }
        boolean empty = variables.get(id).isPresent() || variables.get(secret).isPresent();
        return Offer.nothing(id + (empty ? " is empty" : " is not set"));
    }

    private static String from(Setting id) {
        return id.origin()
                .map(file -> " by " + file + ", if the program loads it")
                .orElse("");
    }

    static Offer container(ProcessView view) {
        return firstFilled(view.environment(), RELATIVE_URI, FULL_URI)
                .map(name -> Offer.of(CredentialSource.CONTAINER, name + " is set"))
                .orElseGet(() -> Offer.nothing(RELATIVE_URI + " and " + FULL_URI + " are not set"));
    }

    /** For SDKs that take {@code true} for the only word that switches the metadata service off. */
    static Offer instanceRole(ProcessView view) {
        boolean disabled = view.environment()
                .text(METADATA_DISABLED)
                .filter(text -> text.equalsIgnoreCase("true"))
                .isPresent();
        return instanceRole(view, disabled);
    }

    static Offer instanceRole(ProcessView view, boolean disabled) {
        if (disabled) {
            return Offer.nothing(METADATA_DISABLED + " switches the metadata service off");
        }
        return switch (view.surroundings().instanceRole()) {
            case ATTACHED -> Offer.of(CredentialSource.INSTANCE_ROLE, "the metadata service has a role");
            case ABSENT -> Offer.nothing("the metadata service has no role");
            case UNKNOWN -> Offer.of(CredentialSource.INSTANCE_ROLE, "if the metadata service has a role");
        };
    }

    /** The two keys of a profile, whichever file they are from. */
    static Optional<Offer> fixed(Profiles profiles, String name) {
        Profile profile = profiles.merged(name);
        return profile.pair().map(id -> Offer.key(source(profiles, name), id, "profile " + name + inFile(id)));
    }

    static String inFile(Setting id) {
        return id.origin().map(file -> " in " + file).orElse("");
    }

    private static CredentialSource source(Profiles profiles, String name) {
        Profile credentials = profiles.credentials().getOrDefault(name, profiles.merged(""));
        return credentials.has("aws_access_key_id")
                ? CredentialSource.SHARED_CREDENTIALS_FILE
                : CredentialSource.CONFIG_FILE;
    }

    /** The same once the role is assumed with it; what is none stays none. */
    static Offer assumed(String role, Offer base) {
        if (base instanceof Offer.Credentials with) {
            return new Offer.Credentials(
                    CredentialSource.ASSUME_ROLE,
                    with.keyId(),
                    with.origin(),
                    "assumes " + role + " with " + with.source().label() + ": " + with.why());
        }
        return base;
    }

    /** What could not be read may hold the profile. */
    static Optional<Offer> closed(Profiles profiles) {
        return profiles.closed().stream().findFirst().map(Offer.Unseen::new);
    }
}

package io.rolemeter.agreement;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.Workload;

/** What a program picked, and what {@code explain} says of it, in the same words. */
final class Choices {
    static final String NONE = "none";
    static final String ROLE = "role";
    private static final String ASSUMED = "assumed";
    private static final String CONTAINER = "container";

    private Choices() {}

    /**
     * The last four characters of a long-term key, or what the session is of.
     *
     * @param keyId that the program's own SDK found; {@code none} when it found nothing
     * @param identity that STS told the program
     */
    static String picked(String keyId, String identity) {
        if (!keyId.startsWith("ASIA")) {
            return keyId.equals(NONE) ? NONE : keyId.substring(keyId.length() - 4);
        }
        if (keyId.endsWith(ContainerEndpoint.LAST)) {
            return CONTAINER;
        }
        return identity.contains("/" + Account.VIEWER + "/") ? ASSUMED : ROLE;
    }

    /** With a key that STS does not know no role is assumed. */
    static String said(Workload workload) {
        return switch (workload.credential().source()) {
            case NONE -> NONE;
            case INSTANCE_ROLE -> ROLE;
            case ASSUME_ROLE -> isKnownToSts(workload) ? ASSUMED : NONE;
            case CONTAINER -> CONTAINER;
            case CREDENTIAL_PROCESS -> "PROC";
            default ->
                workload.credential()
                        .keyId()
                        .map(key -> key.masked().substring(key.masked().length() - 4))
                        .orElseGet(() -> workload.credential().source().label());
        };
    }

    private static boolean isKnownToSts(Workload workload) {
        return workload.credential()
                .keyId()
                .map(key -> key.equals(KeyId.of(Identities.userKey().keyId()).orElseThrow()))
                .orElse(true);
    }
}

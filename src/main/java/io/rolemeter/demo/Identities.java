package io.rolemeter.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** IAM and the issuing half of STS: the user's long-term key, and the sessions of roles. */
final class Identities {

    private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+";
    private static final int SECRET_LETTERS = 40;
    private static final Seal LONG_TERM = new Seal("every demo has the same user".getBytes(StandardCharsets.UTF_8));

    private final Seal seal;
    private final Clock clock;
    private final boolean userKeyActive;
    private final Map<String, Principal> roles;

    /** {@code seal} makes this host's temporary credentials; another host's are unknown here. */
    Identities(Seal seal, Clock clock, Scenario scenario) {
        this.seal = seal;
        this.clock = clock;
        this.userKeyActive = scenario.key().active();
        this.roles = Map.of(
                Account.ROLE,
                        role(Account.ROLE, Account.ROLE_ID, scenario.instance().rolePolicy()),
                Account.VIEWER, role(Account.VIEWER, Account.VIEWER_ID, Policies.VIEWER));
    }

    /** The key that was forgotten: the same in every demo, so that documents can show its last characters. */
    static Credential userKey() {
        String keyId = AccessKeyId.of("AKIA", Account.NUMBER, LONG_TERM.mac("key id"));
        return new Credential(keyId, secret(LONG_TERM, keyId), Optional.empty());
    }

    /** The credentials of a session: the same session always has the same ones. */
    Credential issue(Session session) {
        String keyId = AccessKeyId.of("ASIA", Account.NUMBER, seal.mac(session.text()));
        return new Credential(keyId, secret(seal, keyId), Optional.of(seal.seal(session.text())));
    }

    Principal principal(Session session) {
        Principal role = roles.getOrDefault(session.role(), role(session.role(), "AROA", Policy.none()));
        return new Principal(role.arn() + "/" + session.name(), role.userId() + ":" + session.name(), role.policy());
    }

    Identification identify(String keyId, Optional<String> token) {
        if (keyId.startsWith("ASIA")) {
            return token.map(text -> identifySession(keyId, text)).orElse(refused(Refusal.UNKNOWN_KEY));
        }
        if (token.isPresent()) {
            return refused(Refusal.MALFORMED_TOKEN);
        }
        Credential user = userKey();
        return userKeyActive && user.keyId().equals(keyId)
                ? new Identification.Known(
                        user, new Principal(Account.USER_ARN, Account.USER_ID, Policies.GENEROUS_USER))
                : refused(Refusal.UNKNOWN_KEY);
    }

    private Identification identifySession(String keyId, String token) {
        Optional<Session> session = seal.open(token).flatMap(Session::parse);
        if (session.isEmpty()) {
            return refused(Refusal.MALFORMED_TOKEN);
        }
        Credential credential = issue(session.get());
        if (!credential.keyId().equals(keyId)) {
            return refused(Refusal.UNKNOWN_KEY);
        }
        return clock.instant().isBefore(session.get().expires())
                ? new Identification.Known(credential, principal(session.get()))
                : refused(Refusal.EXPIRED_SESSION);
    }

    private static Identification refused(Refusal refusal) {
        return new Identification.Refused(refusal);
    }

    private static Principal role(String name, String id, Policy policy) {
        return new Principal("arn:aws:sts::" + Account.ID + ":assumed-role/" + name, id, policy);
    }

    private static String secret(Seal seal, String keyId) {
        StringBuilder secret = new StringBuilder("FAKE");
        byte[] first = seal.mac("secret of " + keyId);
        byte[] second = seal.mac("more of " + keyId);
        for (int letter = 0; secret.length() < SECRET_LETTERS; letter++) {
            int random = letter < first.length ? first[letter] : second[letter - first.length];
            secret.append(SECRET_ALPHABET.charAt(random & 63));
        }
        return secret.toString();
    }
}

package io.rolemeter.demo.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** IAM and the issuing half of STS: the user's long-term key, and the sessions of roles. */
public final class Identities {

    private static final String SECRET_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+";
    private static final int SECRET_LETTERS = 40;
    private static final Seal LONG_TERM = new Seal("every demo has the same user".getBytes(StandardCharsets.UTF_8));

    private final Seal seal = Seal.random();
    private final Clock clock;
    private final KeyState key;
    private final boolean lenient;
    private final Map<String, Principal> roles;

    /** The identities of one host whose role may do what it needs and no more. */
    public Identities(Clock clock, boolean userKeyActive) {
        this(clock, userKeyActive ? KeyState.ACTIVE : KeyState.DEACTIVATED, Rights.LEAST, false);
    }

    /**
     * The identities of one host: another host's temporary credentials are unknown here.
     *
     * @param clock decides which sessions have expired
     * @param key what is made of the long-term key
     * @param rights what the instance's role may do
     * @param lenient whether sessions are accepted after their end, as AWS does while it cannot issue new ones
     */
    public Identities(Clock clock, KeyState key, Rights rights, boolean lenient) {
        this.clock = clock;
        this.key = key;
        this.lenient = lenient;
        this.roles = Map.of(
                Account.ROLE, role(Account.ROLE, Account.ROLE_ID, rights.policy),
                Account.VIEWER, role(Account.VIEWER, Account.VIEWER_ID, Policies.VIEWER));
    }

    /** The key that was forgotten: the same in every demo, so that documents can show its last characters. */
    public static Credential userKey() {
        String keyId = AccessKeyId.of("AKIA", Account.NUMBER, LONG_TERM.mac("key id"));
        return new Credential(keyId, secret(LONG_TERM, keyId), Optional.empty());
    }

    /** A session that somebody copied from elsewhere: AWS knows nothing of it here. */
    public static Credential pastedSession() {
        String keyId = AccessKeyId.of("ASIA", Account.NUMBER, LONG_TERM.mac("pasted session"));
        return new Credential(keyId, secret(LONG_TERM, keyId), Optional.of("FAKE" + secret(LONG_TERM, "token")));
    }

    /** The credentials of a session: the same session always has the same ones. */
    public Credential issue(Session session) {
        String keyId = AccessKeyId.of("ASIA", Account.NUMBER, seal.mac(session.text()));
        return new Credential(keyId, secret(seal, keyId), Optional.of(seal.seal(session.text())));
    }

    /** Who the holder of a session is, expired or not. */
    public Principal principal(Session session) {
        Principal role = roles.getOrDefault(session.role(), role(session.role(), "AROA", Policy.none()));
        return new Principal(role.arn() + "/" + session.name(), role.userId() + ":" + session.name(), role.policy());
    }

    /** Whose key this is, and what it must have signed with; {@code token} is the session token sent along. */
    public Identification identify(String keyId, Optional<String> token) {
        if (keyId.startsWith("ASIA")) {
            return token.map(text -> identifySession(keyId, text)).orElse(refused(Refusal.UNKNOWN_KEY));
        }
        if (token.isPresent()) {
            return refused(Refusal.MALFORMED_TOKEN);
        }
        Credential user = userKey();
        return key != KeyState.DEACTIVATED && user.keyId().equals(keyId)
                ? new Identification.Known(user, owner())
                : refused(Refusal.UNKNOWN_KEY);
    }

    private Principal owner() {
        return key == KeyState.OF_ROOT
                ? new Principal(Account.ROOT_ARN, Account.ID, Policies.GENEROUS_USER)
                : new Principal(Account.USER_ARN, Account.USER_ID, Policies.GENEROUS_USER);
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
        return lenient || clock.instant().isBefore(session.get().expires())
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

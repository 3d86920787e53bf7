package io.rolemeter.publish.http.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Compares passwords with bcrypt hashes, which is slow on purpose. So what was right once is remembered (as a keyed digest,
 * never as the password), and what is new is compared one at a time and {@value #CHECKS_AT_ONCE} times at most, then twice a
 * second: guessing costs less than a core, and never the scrape of somebody who is known.
 */
final class Passwords {
    /** How many comparisons may come without a pause. */
    static final int CHECKS_AT_ONCE = 20;

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(500);
    private static final int WAITING = 4;
    private static final int PATIENCE_SECONDS = 2;
    private static final int REMEMBERED = 100;
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /** What the password of a user who does not exist is compared with, so that both take as long; of the usual cost. */
    private static final String NOBODY = "$2a$10$" + ".".repeat(53);

    private final Set<String> known = new LinkedHashSet<>();
    private final SecretKeySpec digestKey;
    private final Semaphore waiting = new Semaphore(WAITING);
    private final Semaphore comparing = new Semaphore(1, true);
    private final TokenBucket checks;

    /** What a comparison ended with; {@code BUSY}: it was not made, because too many were wanted. */
    enum Verdict {
        RIGHT,
        WRONG,
        BUSY
    }

    Passwords(LongSupplier nanoTime) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        digestKey = new SecretKeySpec(key, HMAC);
        checks = new TokenBucket(BETWEEN_CHECKS, CHECKS_AT_ONCE, nanoTime);
    }

    /** @param users bcrypt hashes by the name of the user */
    Verdict check(Map<String, String> users, String user, String password) {
        String hash =
                users.getOrDefault(user, users.values().stream().findFirst().orElse(NOBODY));
        String digest = digest(user + '\0' + hash + '\0' + password);
        boolean exists = users.containsKey(user);
        synchronized (known) {
            if (exists && known.contains(digest)) {
                return Verdict.RIGHT;
            }
        }
        if (!checks.take() || !waiting.tryAcquire()) {
            return Verdict.BUSY;
        }
        try {
            return compare(password, hash, exists, digest);
        } finally {
            waiting.release();
        }
    }

    private Verdict compare(String password, String hash, boolean exists, String digest) {
        try {
            if (!comparing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Verdict.BUSY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.BUSY;
        }
        boolean right;
        try {
            right = BCrypt.checkpw(password, hash) && exists;
        } catch (IllegalArgumentException e) {
            right = false;
        } finally {
            comparing.release();
        }
        if (right) {
            remember(digest);
        }
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    private void remember(String digest) {
        synchronized (known) {
            if (known.size() >= REMEMBERED) {
                known.remove(known.iterator().next());
            }
            known.add(digest);
        }
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(digestKey);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

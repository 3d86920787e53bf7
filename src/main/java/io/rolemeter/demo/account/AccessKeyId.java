package io.rolemeter.demo.account;

import java.math.BigInteger;

/** Access key ids as AWS builds them: a prefix, then 80 bits in base 32, of which the second to the 41st are the account. */
final class AccessKeyId {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LETTERS = 16;
    private static final int FREE_BITS = 39;

    private AccessKeyId() {}

    /**
     * An id of the given account.
     *
     * @param prefix {@code AKIA} for a long-term key, {@code ASIA} for a temporary one
     * @param entropy at least five bytes, which tell this key from the account's other keys
     */
    static String of(String prefix, long account, byte[] entropy) {
        BigInteger free = new BigInteger(1, entropy).mod(BigInteger.ONE.shiftLeft(FREE_BITS));
        BigInteger bits = BigInteger.ONE
                .shiftLeft(40)
                .or(BigInteger.valueOf(account))
                .shiftLeft(FREE_BITS)
                .or(free);
        StringBuilder id = new StringBuilder(prefix);
        for (int letter = LETTERS - 1; letter >= 0; letter--) {
            id.append(ALPHABET.charAt(bits.shiftRight(5 * letter).intValue() & 31));
        }
        return id.toString();
    }
}

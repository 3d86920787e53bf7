package io.rolemeter.config.web;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The private key in a PEM text, in one of the three forms that OpenSSL writes: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017) and
 * SEC 1 (RFC 5915). Java reads the first, which the other two are wrapped into.
 */
final class PrivateKeys {
    private static final String EXPECTED = "expected -----BEGIN PRIVATE KEY-----";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    /** AlgorithmIdentifier of rsaEncryption, 1.2.840.113549.1.1.1 without parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /** Object identifier of id-ecPublicKey, 1.2.840.10045.2.1; the curve follows it. */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int CURVE = 0xa0;

    /** From this length on, DER has the number of the length's bytes before it, with this bit set. */
    private static final int LONG_FORM = 0x80;

    private PrivateKeys() {}

    static PrivateKey read(String pem) throws MalformedPem {
        for (PemBlock block : PemBlock.all(pem)) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return key(block);
            }
        }
        throw new MalformedPem("has no private key; " + EXPECTED);
    }

    private static PrivateKey key(PemBlock block) throws MalformedPem {
        if (block.encrypted()) {
            throw new MalformedPem("has a key under a passphrase; expected one without");
        }
        byte[] pkcs8 = switch (block.label()) {
            case "PRIVATE KEY" -> block.der();
            case "RSA PRIVATE KEY" -> wrapped(RSA, block.der());
            case "EC PRIVATE KEY" -> wrapped(element(SEQUENCE, EC, curve(block.der())), block.der());
            default -> throw new MalformedPem("has a private key of an unknown form; " + EXPECTED);
        };
        return decoded(pkcs8)
                .orElseThrow(() -> new MalformedPem("has a private key that is neither RSA, EC nor Ed25519"));
    }

    private static Optional<PrivateKey> decoded(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            } catch (GeneralSecurityException | RuntimeException e) {
                // Not of this algorithm: the next one is tried.
            }
        }
        return Optional.empty();
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, key));
    }

    /** The object identifier of the curve, with its tag; SEC 1 has it behind the key under the tag [0]. */
    private static byte[] curve(byte[] sec1) throws MalformedPem {
        for (int i = 0; i + 3 < sec1.length; i++) {
            int length = sec1[i + 1];
            if ((sec1[i] & 0xff) == CURVE
                    && sec1[i + 2] == OBJECT_IDENTIFIER
                    && length > 2
                    && length == sec1[i + 3] + 2
                    && i + 2 + length <= sec1.length) {
                return Arrays.copyOfRange(sec1, i + 2, i + 2 + length);
            }
        }
        throw new MalformedPem("has an EC key without its curve; expected one with a named curve");
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        byte[] length = BigInteger.valueOf(content.size()).toByteArray();
        if (content.size() >= LONG_FORM) {
            int sign = length[0] == 0 ? 1 : 0;
            element.write(LONG_FORM + length.length - sign);
            element.write(length, sign, length.length - sign);
        } else {
            element.write(length[0]);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}

package io.rolemeter.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class PemFuzzTest {
    private static final List<String> LABELS =
            List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "CERTIFICATE", "ENCRYPTED PRIVATE KEY");

    /** What the first byte says: text, or bytes in a block of one of the labels. */
    @FuzzTest
    void aBlockIsAKeyOrACertificateOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        int kind = Math.floorMod(input[0], LABELS.size() + 1);
        String pem = kind == LABELS.size() ? Fuzzed.text(rest) : block(LABELS.get(kind), rest);

        Optional<PrivateKey> key = Fuzzed.soon(() -> read(PrivateKeys::read, pem));
        Optional<List<X509Certificate>> certificates = Fuzzed.soon(() -> read(Certificates::read, pem));

        certificates.ifPresent(all -> assertThat(all).isNotEmpty());
        if (key.isPresent() && certificates.isPresent()) {
            KeyPairs.match(key.get(), certificates.get().get(0));
        }
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static <T> Optional<T> read(PemSource.Reader<T> reader, String pem) {
        try {
            return Optional.of(reader.read(pem));
        } catch (MalformedPem e) {
            Fuzzed.hidesKeys(e.getMessage());
            return Optional.empty();
        }
    }
}

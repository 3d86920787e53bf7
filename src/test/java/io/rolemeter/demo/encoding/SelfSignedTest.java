package io.rolemeter.demo.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfSignedTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final SelfSigned made;
    private final X509Certificate certificate;

    SelfSignedTest() throws GeneralSecurityException {
        made = SelfSigned.at(NOW);
        certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.certificate().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void itIsForLoopbackAndSignedByItself() throws GeneralSecurityException {
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(7, "127.0.0.1"));
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=127.0.0.1");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    }

    @Test
    void itIsValidForADay() throws GeneralSecurityException {
        certificate.checkValidity(Date.from(NOW));
        assertThatThrownBy(() -> certificate.checkValidity(Date.from(NOW.plus(Duration.ofHours(25)))))
                .isInstanceOf(CertificateExpiredException.class);
    }

    @Test
    void itsKeyIsItsOwn() throws GeneralSecurityException {
        String base64 = made.key().replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());

        assertThat(signature.verify(signed)).isTrue();
        assertThat(made.toString()).doesNotContain(base64.substring(0, 16));
    }
}

package io.rolemeter.config.web;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The certificates in a PEM text. */
final class Certificates {
    private Certificates() {}

    /** At least one, in the order of the text: the server's own first, as servers send them. */
    static List<X509Certificate> read(String pem) throws MalformedPem {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(pem)) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new MalformedPem("has no certificate; expected -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    private static X509Certificate certificate(PemBlock block) throws MalformedPem {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.der()));
        } catch (CertificateException e) {
            throw new MalformedPem("has a certificate that cannot be read");
        }
    }
}

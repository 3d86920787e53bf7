package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.Daemon;
import io.rolemeter.WebAccess;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.encoding.SelfSigned;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.publish.log.Logging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The daemon's first seconds, on simulated hosts and scraped over TLS, and a host for the scanner to look at: whoever installs them
 * learns from that which classes they will need, and lets all starts share them.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Live through a start of the daemon on simulated hosts, or leave one for the scanner.")
final class Rehearse implements Callable<Integer> {
    /** Its files: PM2, error logs, and a key in several places. */
    private static final String SCANNED = "keys-shadow-role";

    /** Its configuration has every usual kind of probe but those of the other. */
    private static final String PROBED = "full-smoke";

    private static final List<String> PLAYED = List.of("healthy", PROBED);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PATIENCE_MILLIS = 5_000;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    private static final class What {
        @Option(names = "--facts", paramLabel = "FILE", description = "What 'scan --facts' has written.")
        private @Nullable Path facts;

        @Option(
                names = "--host",
                paramLabel = "DIR",
                description = "Leave a host's files there, with a configuration in rolemeter.yml, and end.")
        private @Nullable Path host;
    }

    @Override
    public Integer call() throws InterruptedException, IOException, GeneralSecurityException {
        if (what.host != null) {
            leave(what.host);
            return ExitCode.OK;
        }
        FactsFile facts = new FactsFile(Objects.requireNonNull(what.facts));
        Logging.install(Level.INFO);
        Rolemeter.subcommand("serve").orElseThrow().parseArgs("--web.listen-address", "127.0.0.1:0");
        for (String scenario : PLAYED) {
            try (SimulatedHost host = host(scenario)) {
                host.defaultChainProperties().forEach(System::setProperty);
                play(host, facts);
            }
        }
        return ExitCode.OK;
    }

    private static SimulatedHost host(String scenario) {
        return SimulatedHost.start(Scenarios.named(scenario).orElseThrow(), Clock.systemUTC());
    }

    private static void leave(Path folder) throws IOException {
        try (SimulatedHost host = host(SCANNED);
                SimulatedHost probed = host(PROBED);
                Stream<Path> files = Files.walk(host.root())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        folder.resolve(host.root().relativize(file)),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.writeString(folder.resolve("rolemeter.yml"), probed.configuration());
        }
    }

    private static void play(SimulatedHost host, FactsFile facts)
            throws InterruptedException, IOException, GeneralSecurityException {
        SelfSigned made = SelfSigned.at(Clock.systemUTC().instant());
        Path folder = host.root();
        Files.writeString(folder.resolve("tls.crt"), made.certificate());
        Files.writeString(folder.resolve("tls.key"), made.key());
        Path web = Files.writeString(
                folder.resolve("web.yml"), "tls_server_config: { cert_file: tls.crt, key_file: tls.key }\n");
        Path state = Files.createDirectory(folder.resolve("rehearsed"));
        Configured configured = Configured.read(host.configuration(), "the rehearsal's configuration");
        Daemon.Host watched = new Daemon.Host(folder, Clock.systemUTC(), Optional.of(state), Optional.of(facts));
        SSLContext trust = trusting(made.certificate());
        try (Daemon daemon = Daemon.start(configured, new ListenAddress("127.0.0.1", 0), WebAccess.of(web), watched)) {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (scrape(daemon.address(), trust, "/-/ready") != HttpsURLConnection.HTTP_OK) {
                if (System.nanoTime() > end) {
                    throw new CommandFailedException(
                            "The rehearsed daemon was not ready within " + LIMIT.toSeconds() + " s.");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            scrape(daemon.address(), trust, "/metrics");
            daemon.alive();
        }
    }

    /** The status of the answer, which is read to its end. */
    private static int scrape(InetSocketAddress server, SSLContext trust, String path) throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) URI.create("https://127.0.0.1:" + server.getPort() + path)
                .toURL()
                .openConnection();
        connection.setSSLSocketFactory(trust.getSocketFactory());
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setRequestProperty("Accept", "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.4");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        int status = connection.getResponseCode();
        if (status == HttpsURLConnection.HTTP_OK) {
            connection.getInputStream().readAllBytes();
        }
        connection.disconnect();
        return status;
    }

    private static SSLContext trusting(String certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "rehearsal",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

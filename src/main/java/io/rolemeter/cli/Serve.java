package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.Daemon;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.publish.log.Logging;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The daemon. */
@Command(
        name = "serve",
        description = "Look at the host all the time, and serve metrics, status page and JSON.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(Serve.class.getName());

    @Mixin
    private ConfigurationSource source;

    @Mixin
    private Listening listening;

    @Option(
            names = "--web.config.file",
            paramLabel = "FILE",
            description = "TLS and basic authentication; not supported yet, and refused rather than ignored.")
    private @Nullable Path webConfig;

    @Option(
            names = "--state.directory",
            paramLabel = "DIR",
            description =
                    "Where the history outlives a restart; default: $STATE_DIRECTORY, which systemd sets, else nowhere.")
    private @Nullable Path state;

    @Option(names = "--log.level", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private LogLevel logLevel = LogLevel.INFO;

    /** As Prometheus's own programs name them. */
    enum LogLevel {
        DEBUG(Level.ALL),
        INFO(Level.INFO),
        WARN(Level.WARNING),
        ERROR(Level.SEVERE);

        private final Level level;

        LogLevel(Level level) {
            this.level = level;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (webConfig != null) {
            throw new CommandFailedException(
                    "A web configuration file was given, and this version cannot serve TLS or ask for"
                            + " passwords: leave it out, listen on 127.0.0.1, and put a proxy in front.");
        }
        Logging.install(logLevel.level, System.getenv("JOURNAL_STREAM") != null);
        Configured configured = load();
        ListenAddress address =
                listening.address().orElse(configured.settings().web().listenAddress());
        try (Daemon daemon = start(configured, address)) {
            Runtime.getRuntime().addShutdownHook(new Thread(daemon::close));
            HangUp.runs(() -> daemon.reload(this::load));
            LOG.log(System.Logger.Level.INFO, "listening on http://" + address);
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private Daemon start(Configured configured, ListenAddress address) {
        try {
            return Daemon.start(
                    configured, address, new Daemon.Host(source.root(), Clock.systemUTC(), StateDirectory.of(state)));
        } catch (IOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private Configured load() {
        Configured configured = source.load();
        if (webConfig != null || configured.settings().web().configFile().isPresent()) {
            throw new CommandFailedException(
                    "A web configuration file was given, and this version cannot serve TLS or ask for"
                            + " passwords: leave it out and listen on 127.0.0.1, or put a proxy in front.");
        }
        return configured;
    }
}

package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.Daemon;
import io.rolemeter.WebAccess;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.publish.log.Logging;
import io.rolemeter.service.Supervision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
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
            description = "TLS and basic authentication, in the form that Prometheus's own exporters read; over"
                    + " web.config_file of the configuration.")
    private @Nullable Path webConfig;

    @Option(
            names = "--state.directory",
            paramLabel = "DIR",
            description =
                    "Where the history outlives a restart; default: $STATE_DIRECTORY, which systemd sets, else nowhere.")
    private @Nullable Path state;

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description =
                    "Take keys, workloads and logs from what 'scan --facts' has written, instead of looking for them:"
                            + " this process then needs no rights over others' files.")
    private @Nullable Path facts;

    @Option(
            names = "--log.level",
            paramLabel = "LEVEL",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
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
        Logging.install(logLevel.level);
        Configured configured = load();
        ListenAddress address =
                listening.address().orElse(configured.settings().web().listenAddress());
        Optional<Path> webFile = Optional.ofNullable(webConfig)
                .or(() -> configured.settings().web().configFile());
        WebAccess access = webFile.map(WebAccess::of).orElseGet(WebAccess::open);
        try (Supervision supervision = new Supervision(System.getenv(), Supervision.TOOL);
                Daemon daemon = start(configured, address, access)) {
            Runtime.getRuntime().addShutdownHook(new Thread(supervision::stopping));
            Runtime.getRuntime().addShutdownHook(new Thread(daemon::close));
            HangUp.runs(() -> daemon.reload(this::load));
            String listening = "listening on " + (access.encrypted() ? "https://" : "http://") + address;
            LOG.log(System.Logger.Level.INFO, listening);
            daemon.warning().ifPresent(warning -> LOG.log(System.Logger.Level.WARNING, warning));
            supervision.ready(listening);
            supervision.watch(daemon::alive);
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private Daemon start(Configured configured, ListenAddress address, WebAccess access) {
        try {
            return Daemon.start(
                    configured,
                    address,
                    access,
                    new Daemon.Host(
                            source.root(),
                            Clock.systemUTC(),
                            StateDirectory.of(state),
                            Optional.ofNullable(facts).map(Serve::told)));
        } catch (IOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    /** It may not be there yet, or be damaged for a moment; what is no file now will not become one. */
    private static FactsFile told(Path facts) {
        FactsFile file = new FactsFile(facts);
        if (file.isSomethingElse()) {
            throw new CommandFailedException(
                    "--facts " + facts + " is not a regular file; name the one that 'scan --facts' writes.");
        }
        return file;
    }

    private Configured load() {
        return source.load();
    }
}

package io.rolemeter;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.config.web.WebConfiguration;
import io.rolemeter.publish.http.access.Door;
import io.rolemeter.publish.http.access.Protection;
import io.rolemeter.store.FileStamp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the door as the web configuration file says. The file, and the certificates and keys that it names, are looked at
 * every few seconds and read again when one of them has changed; while what stands there has a mistake, the old goes on, and it
 * is tried again each time, because what mends it may be a file that was not there before.
 */
public final class WebAccess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebAccess.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Optional<Path> file;
    private final Door door;
    private List<Path> files;
    private List<Optional<FileStamp>> seen;
    private Optional<String> refused = Optional.empty();
    private Optional<Thread> follower = Optional.empty();

    private WebAccess(Optional<Path> file, WebConfiguration configuration) {
        this.file = file;
        this.files = configuration.files();
        this.seen = stamps(files);
        this.door = new Door(protection(configuration));
    }

    /** Open to everybody, over plain HTTP. */
    public static WebAccess open() {
        return new WebAccess(Optional.empty(), WebConfiguration.none());
    }

    /**
     * As the file says.
     *
     * @throws ConfigurationException with every problem in it
     */
    public static WebAccess of(Path file) {
        return new WebAccess(Optional.of(file), WebConfiguration.load(file));
    }

    /** Whether what is served is encrypted. */
    public boolean encrypted() {
        return door.protection().tls().isPresent();
    }

    Door door() {
        return door;
    }

    /** Begins to look for changes; {@code told} hears of every new reading whether it succeeded. */
    void follow(Consumer<Boolean> told) {
        if (file.isEmpty()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                        } catch (InterruptedException e) {
                            return;
                        }
                        look(file.get(), told);
                    }
                },
                "rolemeter-web-config");
        thread.setDaemon(true);
        follower = Optional.of(thread);
        thread.start();
    }

    private void look(Path path, Consumer<Boolean> told) {
        List<Optional<FileStamp>> now = stamps(files);
        if (now.equals(seen) && refused.isEmpty()) {
            return;
        }
        seen = now;
        try {
            WebConfiguration read = WebConfiguration.load(path);
            Protection protection = protection(read);
            if (protection.tls().isPresent() != door.protection().tls().isPresent()) {
                refuse("TLS is switched on or off only by a restart", told);
                return;
            }
            seen = read.files().equals(files) ? now : stamps(read.files());
            files = read.files();
            refused = Optional.empty();
            door.protect(protection);
            LOG.log(System.Logger.Level.INFO, "the web configuration was read again");
            told.accept(true);
        } catch (ConfigurationException e) {
            refuse(String.join("; ", e.problems()), told);
        } catch (RuntimeException e) {
            refuse("a mistake in Rolemeter: " + e.getClass().getName(), told);
        }
    }

    /** Says each reason once. */
    private void refuse(String reason, Consumer<Boolean> told) {
        if (!refused.equals(Optional.of(reason))) {
            LOG.log(System.Logger.Level.ERROR, "the web configuration was not changed: " + reason);
        }
        refused = Optional.of(reason);
        told.accept(false);
    }

    private static Protection protection(WebConfiguration configuration) {
        return new Protection(
                configuration.tls().map(tls -> new Protection.Tls(tls.certificate(), tls.clients(), tls::parameters)),
                configuration.users(),
                configuration.headers(),
                configuration.rateLimit().map(limit -> new Protection.RateLimit(limit.interval(), limit.burst())));
    }

    private static List<Optional<FileStamp>> stamps(List<Path> files) {
        List<Optional<FileStamp>> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(FileStamp.of(file));
        }
        return stamps;
    }

    @Override
    public void close() {
        follower.ifPresent(Thread::interrupt);
    }
}

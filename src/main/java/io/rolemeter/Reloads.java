package io.rolemeter;

import io.rolemeter.config.ConfigurationException;
import io.rolemeter.config.Settings;
import io.rolemeter.publish.metrics.Metrics;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How the last readings of the two configuration files went, in the log and as a metric: good when both did. */
final class Reloads {
    private static final System.Logger LOG = System.getLogger(Reloads.class.getName());

    private final Metrics metrics;
    private final Settings.Web begun;
    private boolean configurationGood = true;
    private boolean accessGood = true;

    /** Takes what holds under {@code web}, which a reload does not change. */
    Reloads(Metrics metrics, Settings.Web begun) {
        this.metrics = metrics;
        this.begun = begun;
    }

    /** Reads the configuration anew; what has a problem is said, and not taken. */
    synchronized void configuration(Supplier<Configured> source, Consumer<Configured> taker) {
        try {
            Configured read = source.get();
            taker.accept(read);
            configurationGood = true;
            LOG.log(System.Logger.Level.INFO, "the configuration was read again");
            if (!read.settings().web().equals(begun)) {
                LOG.log(System.Logger.Level.WARNING, "what changed under web takes effect only after a restart");
            }
        } catch (ConfigurationException e) {
            refuse(String.join("; ", e.problems()));
        } catch (RuntimeException e) {
            refuse("a mistake in Rolemeter: " + e.getClass().getName());
        }
        tell();
    }

    /** The web configuration was read again, and has said so itself. */
    synchronized void access(boolean good) {
        accessGood = good;
        tell();
    }

    private void refuse(String reason) {
        configurationGood = false;
        LOG.log(System.Logger.Level.ERROR, "the configuration was not changed: " + reason);
    }

    private void tell() {
        metrics.configurationReloaded(configurationGood && accessGood);
    }
}

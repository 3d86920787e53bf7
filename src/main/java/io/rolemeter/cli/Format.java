package io.rolemeter.cli;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import io.rolemeter.publish.report.NagiosText;
import io.rolemeter.publish.report.Screen;
import io.rolemeter.publish.report.StatusJson;
import io.rolemeter.publish.report.StatusText;
import java.util.Locale;

/** How a diagnosis is printed. */
enum Format {
    TEXT {
        @Override
        String write(Diagnosis diagnosis, Metrics metrics, Screen screen) {
            return new StatusText(screen).write(diagnosis);
        }
    },
    JSON {
        @Override
        String write(Diagnosis diagnosis, Metrics metrics, Screen screen) {
            return StatusJson.document(diagnosis);
        }
    },
    PROMETHEUS {
        @Override
        String write(Diagnosis diagnosis, Metrics metrics, Screen screen) {
            return metrics.scrape(Exposition.TEXT);
        }
    },
    NAGIOS {
        @Override
        String write(Diagnosis diagnosis, Metrics metrics, Screen screen) {
            return NagiosText.write(diagnosis);
        }
    };

    /**
     * The whole text; ends in a line break.
     *
     * @param metrics that the diagnosis has been published to
     * @param screen for the format that is for a person
     */
    abstract String write(Diagnosis diagnosis, Metrics metrics, Screen screen);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

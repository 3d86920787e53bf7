package io.rolemeter.publish.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The two formats that Prometheus reads. */
public enum Exposition {
    TEXT("text/plain", TextFormat.CONTENT_TYPE_004),
    OPEN_METRICS("application/openmetrics-text", TextFormat.CONTENT_TYPE_OPENMETRICS_100);

    private final String mediaType;
    private final String contentType;

    Exposition(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** What goes into the {@code Content-Type} header. */
    public String contentType() {
        return contentType;
    }

    /** OpenMetrics when the {@code Accept} header names it and likes it no less than plain text; else plain text. */
    public static Exposition accepted(String acceptHeader) {
        double openMetrics = OPEN_METRICS.weightIn(acceptHeader);
        return openMetrics > 0 && openMetrics >= TEXT.weightIn(acceptHeader) ? OPEN_METRICS : TEXT;
    }

    /** The highest weight that the header gives this type by name; 0 when it does not name it. */
    private double weightIn(String acceptHeader) {
        double highest = 0;
        for (String range : acceptHeader.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            if (parts[0].strip().equals(mediaType)) {
                highest = Math.max(highest, weight(parts));
            }
        }
        return highest;
    }

    private static double weight(String[] parts) {
        for (String parameter : parts) {
            String stripped = parameter.strip();
            if (stripped.startsWith("q=")) {
                try {
                    return Double.parseDouble(stripped.substring(2));
                } catch (NumberFormatException notANumber) {
                    return 0;
                }
            }
        }
        return 1;
    }

    String write(List<MetricFamilySamples> families) {
        StringWriter text = new StringWriter();
        try {
            TextFormat.writeFormat(contentType, text, Collections.enumeration(families));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return text.toString();
    }
}

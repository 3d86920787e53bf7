package io.rolemeter.publish.http;

import io.rolemeter.publish.metrics.Exposition;
import io.rolemeter.publish.metrics.Metrics;
import java.util.EnumMap;
import java.util.Map;

/**
 * The scrape in each format, written and compressed again only when it would say something new: a second server that scrapes, or one
 * that scrapes all the time, costs next to nothing.
 */
final class ScrapePages {
    private record Page(long edition, Answer answer) {}

    private final Metrics metrics;
    private final Map<Exposition, Page> pages = new EnumMap<>(Exposition.class);

    ScrapePages(Metrics metrics) {
        this.metrics = metrics;
    }

    /** As {@link Metrics#scrape} would say it now. */
    synchronized Answer answer(Exposition exposition) {
        // Read before the page is written: a change in between makes the page old, and never a new one seem known.
        long edition = metrics.edition();
        Page known = pages.get(exposition);
        if (known == null || known.edition() != edition) {
            known = new Page(edition, Answer.of(exposition.contentType(), metrics.scrape(exposition)));
            pages.put(exposition, known);
        }
        return known.answer();
    }
}

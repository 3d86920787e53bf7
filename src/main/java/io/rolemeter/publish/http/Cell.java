package io.rolemeter.publish.http;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What stands in one cell of a table.
 *
 * @param words on the first line
 * @param beneath quieter, on the next; empty for nothing
 * @param drawing after both
 */
record Cell(String words, String beneath, Consumer<Markup> drawing) {
    static Cell of(String words) {
        return of(words, "");
    }

    /** With further particulars beneath, of which empty ones are left out. */
    static Cell of(String words, String... particulars) {
        String beneath =
                Arrays.stream(particulars).filter(each -> !each.isEmpty()).collect(Collectors.joining(", "));
        return new Cell(words, beneath, page -> {});
    }

    static Cell drawn(Consumer<Markup> drawing, String beneath) {
        return new Cell("", beneath, drawing);
    }

    /** Where it is nothing at all, a narrow screen leaves it out. */
    void write(Markup page, String heading) {
        page.open("td", "role", "cell", "data-label", heading).text(words);
        drawing.accept(page);
        if (!beneath.isEmpty()) {
            page.element("small", beneath);
        }
        page.close();
    }
}

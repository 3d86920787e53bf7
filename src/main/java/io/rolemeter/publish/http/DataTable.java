package io.rolemeter.publish.http;

import java.util.List;

/** A table whose rows become cards on a narrow screen. */
final class DataTable {
    private final Markup page;
    private final List<String> headings;

    private DataTable(Markup page, List<String> headings) {
        this.page = page;
        this.headings = headings;
    }

    static DataTable open(Markup page, String... headings) {
        page.open("table").open("thead").open("tr");
        for (String heading : headings) {
            page.element("th", heading);
        }
        page.close().close().open("tbody");
        return new DataTable(page, List.of(headings));
    }

    /** A cell for each heading; an empty one is not shown on a narrow screen. */
    void row(String cssClass, String... cells) {
        page.open("tr", "class", cssClass);
        for (int column = 0; column < cells.length; column++) {
            page.element("td", cells[column], "data-label", headings.get(column));
        }
        page.close();
    }

    void close() {
        page.close().close();
    }
}

package io.rolemeter.publish.http;

import java.util.List;
import java.util.function.Consumer;

/** A table whose rows become cards on a narrow screen; the roles keep it a table for those who hear it. */
final class DataTable {
    /** Characters up to which a cell keeps to one line where there is room. */
    private static final int SHORT = 26;

    private final Markup page;
    private final List<String> headings;

    private DataTable(Markup page, List<String> headings) {
        this.page = page;
        this.headings = headings;
    }

    static DataTable open(Markup page, String... headings) {
        page.open("table", "role", "table").open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String heading : headings) {
            page.element("th", heading, "role", "columnheader", "scope", "col");
        }
        page.close().close().open("tbody", "role", "rowgroup");
        return new DataTable(page, List.of(headings));
    }

    /** A cell for each heading; an empty one is not shown on a narrow screen. */
    void row(String cssClass, String... cells) {
        page.open("tr", "role", "row", "class", cssClass);
        cells(cells);
        page.close();
    }

    /** A cell for each heading, and what {@code drawing} writes in that of the last. */
    void row(String cssClass, Consumer<Markup> drawing, String... cells) {
        page.open("tr", "role", "row", "class", cssClass);
        cells(cells);
        page.open("td", "role", "cell", "data-label", headings.get(cells.length));
        drawing.accept(page);
        page.close().close();
    }

    private void cells(String... cells) {
        for (int column = 0; column < cells.length; column++) {
            String length = cells[column].length() <= SHORT ? "short" : "long";
            page.element("td", cells[column], "role", "cell", "class", length, "data-label", headings.get(column));
        }
    }

    void close() {
        page.close().close();
    }
}

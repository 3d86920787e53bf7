package io.rolemeter.publish.http;

import java.util.List;

/** A table whose rows become cards on a narrow screen; the roles keep it a table for those who hear it. */
final class DataTable {
    private final Markup page;
    private final List<String> headings;

    private DataTable(Markup page, List<String> headings) {
        this.page = page;
        this.headings = headings;
    }

    static DataTable open(Markup page, String cssClass, String... headings) {
        page.open("table", "role", "table", "class", cssClass)
                .open("thead", "role", "rowgroup")
                .open("tr", "role", "row");
        for (String heading : headings) {
            page.element("th", heading, "role", "columnheader", "scope", "col");
        }
        page.close().close().open("tbody", "role", "rowgroup");
        return new DataTable(page, List.of(headings));
    }

    /** A cell for each heading. */
    void row(String cssClass, Cell... cells) {
        page.open("tr", "role", "row", "class", cssClass);
        for (int column = 0; column < cells.length; column++) {
            cells[column].write(page, headings.get(column));
        }
        page.close();
    }

    void close() {
        page.close().close();
    }
}

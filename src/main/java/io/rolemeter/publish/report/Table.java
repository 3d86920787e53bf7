package io.rolemeter.publish.report;

import io.rolemeter.publish.HostText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, each as wide as its widest cell; no cell can leave its line. */
final class Table {
    private static final int MAX_CELL = 300;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        row(headings);
    }

    final Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> HostText.line(cell, MAX_CELL)).toList());
        return this;
    }

    /** Lines with an indent of two blanks, none of which ends in a blank. */
    List<String> lines() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(GAP).append(cell).append(" ".repeat(widths[column] - width(cell)));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

package io.rolemeter.publish.report;

import io.rolemeter.publish.HostText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of text, each as wide as its widest cell. Where that is too wide, the last column is broken into lines if there is room
 * for it, or else the columns that do not fit are named beneath their row.
 */
final class Table {
    private static final int MAX_CELL = 300;
    private static final int ROOM = 28;
    private static final String GAP = "  ";
    private static final String BENEATH = GAP.repeat(2);
    private static final String NOT_KNOWN = "-";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        row(headings);
    }

    final Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> HostText.line(cell, MAX_CELL)).toList());
        return this;
    }

    /** Lines with an indent of two blanks, none of which ends in a blank. */
    List<String> lines(int columns) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> Lines.width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        int last = widths.length - 1;
        int room = columns - width(widths, last) - GAP.length();
        if (widths[last] <= room) {
            return rows.stream().map(row -> line(row, widths, last + 1)).toList();
        }
        return room >= ROOM && longestWord(last) <= room ? broken(widths, room) : beneath(widths, columns);
    }

    private int longestWord(int column) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.get(column).split(" ", -1)))
                .mapToInt(Lines::width)
                .max()
                .orElse(0);
    }

    private List<String> broken(int[] widths, int room) {
        int last = widths.length - 1;
        String indent = " ".repeat(width(widths, last));
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> parts = Lines.of(row.get(last), room);
            List<String> first = new ArrayList<>(row.subList(0, last));
            first.add(parts.get(0));
            lines.add(line(first, widths, last + 1));
            parts.stream().skip(1).forEach(part -> lines.add(indent + GAP + part));
        }
        return lines;
    }

    private List<String> beneath(int[] widths, int columns) {
        int fitting = 1;
        while (width(widths, fitting + 1) <= columns) {
            fitting++;
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(rows.get(0), widths, fitting));
        for (List<String> row : rows.subList(1, rows.size())) {
            lines.add(line(row, widths, fitting));
            String rest = IntStream.range(fitting, widths.length)
                    .filter(column ->
                            !row.get(column).isEmpty() && !row.get(column).equals(NOT_KNOWN))
                    .mapToObj(column -> rows.get(0).get(column).toLowerCase(Locale.ROOT) + " " + row.get(column))
                    .collect(Collectors.joining(", "));
            if (!rest.isEmpty()) {
                Lines.of(rest, columns - BENEATH.length()).forEach(part -> lines.add(BENEATH + part));
            }
        }
        return lines;
    }

    /** Of the first so many columns, with the gap before each. */
    private static int width(int[] widths, int columns) {
        return Arrays.stream(widths, 0, columns)
                .map(width -> GAP.length() + width)
                .sum();
    }

    private static String line(List<String> row, int[] widths, int columns) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            String cell = row.get(column);
            line.append(GAP).append(cell).append(" ".repeat(Math.max(0, widths[column] - Lines.width(cell))));
        }
        return line.toString().stripTrailing();
    }
}

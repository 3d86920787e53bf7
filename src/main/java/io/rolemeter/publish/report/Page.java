package io.rolemeter.publish.report;

import io.rolemeter.publish.HostText;

/** Lines for a terminal, being written; with colours or without. */
final class Page {
    private static final int MAX_SENTENCE = 1000;

    private final StringBuilder text = new StringBuilder();
    private final boolean coloured;

    Page(boolean coloured) {
        this.coloured = coloured;
    }

    /** A line that holds no text from the host other than what {@link #safe} has returned. */
    void line(String line) {
        text.append(line).append('\n');
    }

    /** A heading with a blank line before it. */
    void heading(String words) {
        line("");
        line(painted(Colour.BOLD, words));
    }

    void table(Table table) {
        table.lines().forEach(this::line);
    }

    String painted(Colour colour, String words) {
        return coloured ? colour.paint(words) : words;
    }

    static String safe(String hostText) {
        return HostText.line(hostText, MAX_SENTENCE);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

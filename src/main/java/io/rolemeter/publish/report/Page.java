package io.rolemeter.publish.report;

import io.rolemeter.publish.HostText;
import java.util.List;

/** Lines for a terminal, being written. */
final class Page {
    private static final int MAX_SENTENCE = 1000;

    private final StringBuilder text = new StringBuilder();
    private final Screen screen;

    Page(Screen screen) {
        this.screen = screen;
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

    /** A sentence, made safe; what does not fit goes on beneath its beginning. */
    void sentence(String indent, String sentence) {
        sentence(indent, Colour.FAINT, "", sentence);
    }

    /** A painted word or two, and a sentence that goes on beneath its own beginning. */
    void sentence(String indent, Colour colour, String lead, String sentence) {
        String blank = " ".repeat(Lines.width(indent + lead));
        List<String> lines = Lines.of(safe(sentence), Math.max(1, screen.columns() - blank.length()));
        String words = lead.stripTrailing();
        String gap = lead.substring(words.length());
        line(indent + (words.isEmpty() ? "" : painted(colour, words)) + gap + lines.get(0));
        lines.stream().skip(1).forEach(more -> line(blank + more));
    }

    void table(Table table) {
        table.lines(screen.columns()).forEach(this::line);
    }

    /** Whether a line of so many characters fits. */
    boolean fits(int characters) {
        return characters <= screen.columns();
    }

    String painted(Colour colour, String words) {
        return screen.coloured() ? colour.paint(words) : words;
    }

    static String safe(String hostText) {
        return HostText.line(hostText, MAX_SENTENCE);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

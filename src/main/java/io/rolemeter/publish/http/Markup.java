package io.rolemeter.publish.http;

import io.rolemeter.publish.HostText;
import java.util.ArrayDeque;
import java.util.Deque;

/** HTML, being written: all text is escaped, and every element that was opened is closed by name. */
final class Markup {
    private static final int MAX_TEXT = 1000;

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Attributes are pairs of a name and a value. */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    Markup close() {
        html.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing but text. */
    Markup element(String tag, String text, String... attributes) {
        start(tag, attributes);
        text(text);
        html.append("</").append(tag).append(">\n");
        return this;
    }

    /** The same within a line of text: what follows it follows at once. */
    Markup inline(String tag, String text, String... attributes) {
        start(tag, attributes);
        text(text);
        html.append("</").append(tag).append('>');
        return this;
    }

    /** An element that has no end. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        html.append('\n');
        return this;
    }

    Markup text(String text) {
        html.append(escaped(HostText.line(text, MAX_TEXT)));
        return this;
    }

    /** The style sheet, and nothing else: it is not escaped. */
    Markup style(String css) {
        html.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void start(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            html.append(escaped(HostText.line(attributes[i + 1], MAX_TEXT))).append('"');
        }
        html.append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}

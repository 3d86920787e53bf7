package io.rolemeter.publish.report;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows, as SVG: the text with its colours, and nothing that has to be fetched. */
final class TerminalPicture {
    private static final int CELL = 8;
    private static final int LINE = 18;
    private static final int MARGIN = 16;
    private static final Pattern PAINTED = Pattern.compile("\u001b\\[([0-9;]+)m(.*?)\u001b\\[0m");
    private static final Map<String, String> STYLES = Map.of("31;1", "r", "33;1", "y", "32;1", "g", "1", "b", "2", "f");

    private TerminalPicture() {}

    static String of(List<String> lines, int columns) {
        int width = columns * CELL + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\""
                        + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n<style>\n"
                        + "text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;"
                        + " fill: #d7dde3; white-space: pre; }\n"
                        + ".r { fill: #ff8880; font-weight: 700; } .y { fill: #e6b04c; font-weight: 700; }"
                        + " .g { fill: #58c98b; font-weight: 700; }\n"
                        + ".b { fill: #fff; font-weight: 700; } .f { fill: #93a1ae; }\n</style>\n"
                        + "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#14191e\"/>\n");
        int y = MARGIN + LINE - 5;
        for (String line : lines) {
            write(svg, line, y);
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void write(StringBuilder svg, String line, int y) {
        Matcher painted = PAINTED.matcher(line);
        int start = 0;
        int column = 0;
        while (painted.find()) {
            column = run(svg, line.substring(start, painted.start()), "", column, y);
            column = run(svg, painted.group(2), STYLES.getOrDefault(painted.group(1), ""), column, y);
            start = painted.end();
        }
        run(svg, line.substring(start), "", column, y);
    }

    /** Each run has its own place and length, so that columns stand beneath each other in any font. */
    private static int run(StringBuilder svg, String text, String style, int column, int y) {
        int end = column + Lines.width(text);
        String words = text.strip();
        if (!words.isEmpty()) {
            int first = column + Lines.width(text) - Lines.width(text.stripLeading());
            svg.append("<text x=\"")
                    .append(MARGIN + first * CELL)
                    .append("\" y=\"")
                    .append(y)
                    .append("\" textLength=\"")
                    .append(Lines.width(words) * CELL)
                    .append(style.isEmpty() ? "\"" : "\" class=\"" + style + "\"")
                    .append('>')
                    .append(words.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</text>\n");
        }
        return end;
    }
}

package io.rolemeter.collect.workload.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a file of profiles as one SDK does. */
final class IniText {
    private static final Pattern JAVASCRIPT_COMMENT = Pattern.compile("(^|\\s)[;#]");
    private static final Pattern INLINE_COMMENT = Pattern.compile("[ \\t][;#]");
    private static final int MAX_LINES = 20_000;

    /** A value longer than this does not grow any more: it is no credential, and each line would copy all before it. */
    private static final int MAX_CONTINUED = 16 << 10;

    private final Dialect dialect;
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private Optional<Map<String, String>> section = Optional.empty();
    private Optional<String> property = Optional.empty();
    private int indent;
    private Optional<String> problem = Optional.empty();

    private IniText(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What was read.
     *
     * @param sections by the text between the brackets; empty when there is a problem
     * @param problem what the SDK stumbles over; it then has nothing of the file
     */
    record Content(Map<String, Map<String, String>> sections, Optional<String> problem) {}

    static Content read(String text, Dialect dialect) {
        IniText ini = new IniText(dialect);
        String body = dialect.isJavaScript() && text.startsWith("\uFEFF") ? text.substring(1) : text;
        int number = 0;
        for (String line : body.split("\r?\n", MAX_LINES)) {
            number++;
            ini.line(line, number);
            if (ini.problem.isPresent()) {
                return new Content(Map.of(), ini.problem);
            }
        }
        return new Content(ini.sections, Optional.empty());
    }

    private void line(String line, int number) {
        String stripped = dialect.isJavaScript() ? beforeComment(line).strip() : line.strip();
        if (stripped.isEmpty() || isComment(line)) {
            return;
        }
        int depth = line.length() - line.stripLeading().length();
        if (dialect.isContinuation(stripped, depth - (dialect == Dialect.PYTHON ? indent : 0), property.isPresent())) {
            continued(stripped, number);
            return;
        }
        indent = depth;
        if (stripped.startsWith("[")) {
            header(stripped, number);
        } else if (dialect == Dialect.GO_V2 && depth > 0 && hasEmptyProperty()) {
            return;
        } else {
            property(stripped, number);
        }
    }

    /** What is indented beneath a property without a value belongs to it, and to nobody that asks for credentials. */
    private boolean hasEmptyProperty() {
        return property.flatMap(name -> section.map(properties -> properties.getOrDefault(name, "")))
                .filter(String::isEmpty)
                .isPresent();
    }

    private boolean isComment(String line) {
        String start = dialect == Dialect.PYTHON || dialect == Dialect.JAVA_V1 ? line.strip() : line;
        return start.startsWith("#") || (start.startsWith(";") && dialect != Dialect.JAVA_V1);
    }

    private static String beforeComment(String line) {
        return JAVASCRIPT_COMMENT.split(line, 2)[0];
    }

    private void header(String line, int number) {
        int close = line.indexOf(']');
        boolean alone = dialect.isJavaScript() || dialect == Dialect.JAVA_V1;
        if (close < 0 || (alone && close != line.length() - 1)) {
            mistake("line " + number + " opens a section and does not close it");
            return;
        }
        String name = line.substring(1, close);
        if (dialect == Dialect.PYTHON && sections.containsKey(name)) {
            mistake("line " + number + " opens a section for the second time");
            return;
        }
        section = Optional.of(sections.computeIfAbsent(name, key -> new LinkedHashMap<>()));
        property = Optional.empty();
    }

    private void continued(String line, int number) {
        if (section.isEmpty() || property.isEmpty()) {
            mistake("line " + number + " is indented and continues nothing");
            return;
        }
        section.get()
                .merge(
                        property.get(),
                        line,
                        (value, more) -> value.length() > MAX_CONTINUED ? value : value + "\n" + more);
    }

    private void property(String line, int number) {
        int equals = line.indexOf('=');
        if (dialect == Dialect.PYTHON && line.indexOf(':') >= 0 && (equals < 0 || line.indexOf(':') < equals)) {
            equals = line.indexOf(':');
        }
        if (section.isEmpty()) {
            if (!dialect.isJavaScript()) {
                mistake("line " + number + " stands before the first section");
            }
            return;
        }
        if (equals <= 0) {
            mistake("line " + number + " is no section, property or comment");
            return;
        }
        String written = line.substring(0, equals).strip();
        String name = dialect.lowersNames() ? written.toLowerCase(Locale.ROOT) : written;
        String value = value(line.substring(equals + 1));
        if (dialect.isJavaScript() && value.isEmpty()) {
            return;
        }
        if (dialect == Dialect.PYTHON && section.get().containsKey(name)) {
            mistake("line " + number + " sets a property for the second time");
            return;
        }
        section.get().put(name, value);
        property = Optional.of(name);
    }

    private String value(String written) {
        boolean strips = dialect == Dialect.JAVA_V2 || dialect == Dialect.GO_V2 || dialect == Dialect.RUST;
        return strips ? INLINE_COMMENT.split(written, 2)[0].strip() : written.strip();
    }

    private void mistake(String what) {
        if (!dialect.forgives()) {
            problem = Optional.of(what);
        }
    }
}

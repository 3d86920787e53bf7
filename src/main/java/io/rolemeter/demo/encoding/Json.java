package io.rolemeter.demo.encoding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and booleans as JSON. Maps keep their order. */
public final class Json {

    private final String colon;
    private final boolean lines;

    private Json(String colon, boolean lines) {
        this.colon = colon;
        this.lines = lines;
    }

    /** On one line, without spaces, as Node's {@code JSON.stringify}. */
    public static String compact(Object value) {
        return new Json(":", false).write(value, 0);
    }

    /** Indented by two, as PM2 writes its files. */
    public static String indented(Object value) {
        return new Json(": ", true).write(value, 0);
    }

    /** Indented by two, with spaces around the colon, as EC2's metadata service prints. */
    public static String spaced(Object value) {
        return new Json(" : ", true).write(value, 0);
    }

    private String write(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = map.entrySet().stream()
                    .map(entry -> text(String.valueOf(entry.getKey())) + colon + write(entry.getValue(), depth + 1))
                    .toList();
            return enclose("{", members, "}", depth);
        }
        if (value instanceof List<?> list) {
            List<String> elements =
                    list.stream().map(element -> write(element, depth + 1)).toList();
            return enclose("[", elements, "]", depth);
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(String.valueOf(value));
    }

    private String enclose(String open, List<String> parts, String close, int depth) {
        if (parts.isEmpty() || !lines) {
            return open + String.join(",", parts) + close;
        }
        String indent = "\n" + "  ".repeat(depth + 1);
        return open + indent + String.join("," + indent, parts) + "\n" + "  ".repeat(depth) + close;
    }

    private static String text(String value) {
        return value.chars().mapToObj(Json::letter).collect(Collectors.joining("", "\"", "\""));
    }

    private static String letter(int letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + (char) letter;
        }
        return letter < ' ' ? String.format("\\u%04x", letter) : String.valueOf((char) letter);
    }
}

package io.rolemeter.collect.workload.view;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Paths as Python's {@code os.path} expands them: {@code $NAME}, <code>${NAME}</code>, {@code ~} and {@code ~user}. */
public final class PythonPath {
    private PythonPath() {}

    /** The variables that a path refers to. */
    public static Set<String> variables(String written) {
        Set<String> names = new LinkedHashSet<>();
        withVariables(written, name -> {
            names.add(name);
            return Optional.empty();
        });
        return names;
    }

    /** The absolute path that is meant, with variables and the homes of users. */
    public static String expanded(ProcessView view, String written) {
        String filled = written.indexOf('$') < 0
                ? written
                : withVariables(written, name -> view.environment().get(name).map(Setting::text));
        return withHome(view, filled);
    }

    /** The absolute path that is meant by what {@code os.path.expanduser} alone is applied to. */
    public static String withHome(ProcessView view, String written) {
        if (!written.startsWith("~")) {
            return absolute(view, written);
        }
        int slash = written.indexOf('/');
        int end = slash < 0 ? written.length() : slash;
        Optional<String> home = end == 1
                ? Optional.of(view.home())
                : view.surroundings().homes().apply(written.substring(1, end));
        return home.map(folder -> (folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder)
                        + written.substring(end))
                .orElseGet(() -> absolute(view, written));
    }

    private static String absolute(ProcessView view, String path) {
        return path.startsWith("/")
                ? path
                : ProcessView.join(view.surroundings().workingDirectory(), path);
    }

    /** A reference to a variable that is not there is left as it is; what is put in is not looked through again. */
    private static String withVariables(String written, Function<String, Optional<String>> values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = written.indexOf('$'); at >= 0; at = written.indexOf('$', from)) {
            boolean braces = written.startsWith("{", at + 1);
            int start = braces ? at + 2 : at + 1;
            int end = braces ? written.indexOf('}', start) : endOfName(written, start);
            boolean reference = end >= start && (braces || end > start);
            Optional<String> value = reference ? values.apply(written.substring(start, end)) : Optional.empty();
            int after = reference ? end + (braces ? 1 : 0) : at + 1;
            text.append(written, from, at).append(value.orElse(written.substring(at, after)));
            from = after;
        }
        return text.append(written, from, written.length()).toString();
    }

    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}

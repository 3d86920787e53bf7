package io.rolemeter.collect.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/** The variables that a process was started with, {@code NAME=value} separated by NUL. Never printed. */
public final class Environment {
    /** As long as a path may be; longer values are for {@link #text}. */
    private static final int MAX_LENGTH = 4096;

    private final String variables;

    public Environment(String variables) {
        this.variables = variables;
    }

    /** A value of at most 4096 characters; empty when there is none, it is blank, or it is longer. */
    public Optional<String> get(String name) {
        return text(name).filter(value -> value.length() <= MAX_LENGTH);
    }

    /** The first value of that name, which is what {@code getenv} returns, however long; empty when there is none or it is blank. */
    public Optional<String> text(String name) {
        String start = name + "=";
        int at = 0;
        if (!variables.startsWith(start)) {
            at = variables.indexOf("\0" + start) + 1;
            if (at == 0) {
                return Optional.empty();
            }
        }
        int end = variables.indexOf('\0', at);
        String value = variables.substring(at + start.length(), end < 0 ? variables.length() : end);
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** The first value of every name that is wanted, the empty ones too; none longer than 4096 characters. */
    public Map<String, String> named(Predicate<String> wanted) {
        Map<String, String> named = new LinkedHashMap<>();
        StringTokenizer tokens = new StringTokenizer(variables, "\0");
        while (tokens.hasMoreTokens()) {
            String variable = tokens.nextToken();
            int equals = variable.indexOf('=');
            if (equals > 0 && variable.length() - equals <= MAX_LENGTH && wanted.test(variable.substring(0, equals))) {
                named.putIfAbsent(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return named;
    }

    /** Whether the program has overwritten what was there with a title of its own. */
    public boolean overwritten() {
        return !variables.isEmpty() && variables.indexOf('=') < 0;
    }

    @Override
    public String toString() {
        return "environment";
    }
}

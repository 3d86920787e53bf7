package io.rolemeter.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with one configuration file. Everyone who reads a part of the file adds to the same one; nothing is thrown
 * until all have read. Not for use by several threads.
 */
public final class Problems {
    /** More than this many help nobody; the rest are counted. */
    private static final int LIMIT = 100;

    /** Line 0 is the file as a whole. */
    private record Problem(int line, String text) {}

    private final String source;
    private final List<Problem> kept = new ArrayList<>();
    private int others;

    /** Takes the name of the file as the user wrote it; it begins every line. */
    public Problems(String source) {
        this.source = Quoted.onOneLine(source);
    }

    /**
     * Adds a problem.
     *
     * @param line counted from 1
     * @param path such as {@code probes[2].s3-get.bucket}; empty for the whole file
     * @param text what is wrong and what was expected: one line that repeats no secret
     */
    public void add(int line, String path, String text) {
        add(new Problem(line, path.isEmpty() ? text : path + ": " + text));
    }

    /** Adds a problem with the file itself, such as that it cannot be read. */
    public void add(String text) {
        add(new Problem(0, text));
    }

    private void add(Problem problem) {
        if (kept.size() < LIMIT) {
            kept.add(problem);
        } else {
            others++;
        }
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** One line a problem, as in {@code rolemeter.yml:12: imds.intervall: unknown key}, in the order of the file. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        kept.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(this::line)
                .forEach(lines::add);
        if (others > 0) {
            lines.add(source + ": and " + others + " more");
        }
        return List.copyOf(lines);
    }

    private String line(Problem problem) {
        return source + (problem.line() == 0 ? "" : ":" + problem.line()) + ": " + problem.text();
    }

    /** Throws a {@link ConfigurationException} with all of them, if there is any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new ConfigurationException(lines());
        }
    }
}

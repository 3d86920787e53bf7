package io.rolemeter.config;

import java.util.List;

/** The configuration file cannot be used. Its message is for the user who wrote the file: one line a problem. */
public final class ConfigurationException extends RuntimeException {
    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem as a line of its own, in the order of the file; at least one. */
    public List<String> problems() {
        return problems;
    }
}

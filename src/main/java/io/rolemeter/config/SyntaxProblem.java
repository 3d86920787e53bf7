package io.rolemeter.config;

import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What the YAML parser's complaint means to somebody who wrote the file by hand.
 *
 * @param line where the mistake is, which is not always where the parser noticed it
 */
record SyntaxProblem(int line, String text) {
    private static final String NOT_YAML = "not valid YAML: ";
    private static final String QUOTE =
            NOT_YAML + "a special character; a value that begins with one of * & ! % @ ` [ ] { } needs quotation marks";

    static SyntaxProblem of(MarkedYAMLException exception) {
        String problem = Objects.requireNonNullElse(exception.getProblem(), "");
        String context = Objects.requireNonNullElse(exception.getContext(), "");
        Mark found = exception.getProblemMark();
        Mark began = exception.getContextMark();
        int here = found == null ? 1 : found.getLine() + 1;
        int start = began == null ? here : began.getLine() + 1;
        if (problem.equals(YamlReader.TOO_DEEP)) {
            return new SyntaxProblem(here, problem);
        }
        if (problem.contains("(TAB)")) {
            return new SyntaxProblem(here, NOT_YAML + "a tab; indent with spaces");
        }
        if (problem.contains("cannot start any token")
                || problem.contains("node content")
                || context.contains("alias")
                || context.contains("anchor")) {
            return new SyntaxProblem(here, QUOTE);
        }
        if (problem.contains("unexpected end of stream")) {
            return new SyntaxProblem(start, NOT_YAML + "the quotation mark that opens here is never closed");
        }
        if (problem.startsWith("expected ','")) {
            return new SyntaxProblem(
                    start, NOT_YAML + "the bracket that opens here is not closed, or a comma is missing");
        }
        if (problem.contains("expected ':'")) {
            return new SyntaxProblem(start, NOT_YAML + "expected a key with a colon, as in \"interval: 15s\"");
        }
        if (problem.contains("not allowed here") || problem.contains("<block end>")) {
            return new SyntaxProblem(
                    here,
                    NOT_YAML + "wrong indentation or a missing colon, here or on the line before;"
                            + " a value that contains \": \" needs quotation marks");
        }
        return new SyntaxProblem(here, NOT_YAML + Quoted.bare(problem));
    }

    /** The line, from 1, of a character that is counted as the parser does, in code points from 0. */
    static int lineOf(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }
}

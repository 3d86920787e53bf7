package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.JavaCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Java's {@code @file}: a word before the main class that stands for the words in a file. */
final class ArgumentFiles {
    /** More of them than this are left as they are. */
    private static final int MAX_FILES = 8;

    private static final String NO_FILES = "--disable-@files";

    private ArgumentFiles() {}

    /** The arguments with those of the files in their places. Files do not name others; one that cannot be read stays a word. */
    static List<String> expand(List<String> arguments, WrittenPaths paths) {
        if (arguments.stream().noneMatch(JavaCommand::isArgumentFile)) {
            return arguments;
        }
        List<String> expanded = new ArrayList<>(arguments);
        int files = 0;
        for (int at = 0; at < JavaCommand.mainAt(expanded) && files < MAX_FILES; at++) {
            if (expanded.get(at).equals(NO_FILES)) {
                break;
            }
            Optional<List<String>> words = Optional.of(expanded.get(at))
                    .filter(JavaCommand::isArgumentFile)
                    .flatMap(word -> paths.text(word.substring(1)))
                    .map(ArgumentFiles::words);
            if (words.isPresent()) {
                expanded.remove(at);
                expanded.addAll(at, words.get());
                at += words.get().size() - 1;
                files++;
            }
        }
        return expanded;
    }

    /** Separated by white space, which quotes keep; a number sign begins a comment; a backslash counts within quotes alone. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < text.length()) {
                i++;
                word.append(unescaped(text.charAt(i)));
            } else if (quote != 0 && c != quote && c != '\n') {
                word.append(c);
            } else if (quote != 0) {
                quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
                within = true;
            } else if (c == '#' && !within) {
                int end = text.indexOf('\n', i);
                i = end < 0 ? text.length() : end;
            } else if (c <= ' ') {
                if (within) {
                    words.add(word.toString());
                }
                word.setLength(0);
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (within) {
            words.add(word.toString());
        }
        return words;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}

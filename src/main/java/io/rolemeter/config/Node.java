package io.rolemeter.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in the file, with the line on which it begins. Scalars are kept as they are written: nothing is a number yet. */
sealed interface Node {
    int line();

    /** What it is, as a message calls it. */
    String described();

    /** The text of a scalar; empty for everything else. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** An empty value or {@code null}: the same as if its key were not there. */
    record Nothing(int line) implements Node {
        @Override
        public String described() {
            return "nothing";
        }
    }

    /** A value that is a problem already: whoever reads it has nothing to add. */
    record Refused(int line) implements Node {
        @Override
        public String described() {
            return "a value that is not supported";
        }
    }

    /**
     * Text, a number, a boolean: what it is depends on who reads it.
     *
     * @param quoted whether the file says that it is a text, by quotation marks or a block
     */
    record Scalar(int line, String value, boolean quoted) implements Node {
        Scalar(int line, String value) {
            this(line, value, false);
        }

        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }

        @Override
        public String described() {
            return Quoted.of(value);
        }

        /** The value may be a secret. */
        @Override
        public String toString() {
            return described();
        }
    }

    record Sequence(int line, List<Node> entries) implements Node {
        @Override
        public String described() {
            return "a list";
        }
    }

    record Mapping(int line, Map<String, Entry> entries) implements Node {
        @Override
        public String described() {
            return "a mapping";
        }
    }

    /** What stands under a key; the line is the key's. */
    record Entry(int line, Node value) {}
}

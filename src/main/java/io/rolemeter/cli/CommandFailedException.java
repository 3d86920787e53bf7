package io.rolemeter.cli;

/** A command cannot do what it was asked for. Its message is one sentence: what was tried, on what, who can fix it. */
public final class CommandFailedException extends RuntimeException {
    private final String sentence;

    CommandFailedException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}

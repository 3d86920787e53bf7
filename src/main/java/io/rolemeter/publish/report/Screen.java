package io.rolemeter.publish.report;

/**
 * What a text for a person is written to.
 *
 * @param columns characters in a line; longer sentences and tables go on in the next
 */
public record Screen(boolean coloured, int columns) {
    /** A file or another program: no colours, and every line as long as it is, so that it can be searched. */
    public static final Screen NONE = new Screen(false, Integer.MAX_VALUE);

    private static final int LEAST = 40;

    public Screen {
        columns = Math.max(LEAST, columns);
    }
}

package io.rolemeter.publish;

/** Text that the host or AWS chose (paths, names, messages), made fit to be shown. */
public final class HostText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final String CUT = "…";

    private HostText() {}

    /**
     * The text as one line of at most {@code limit} characters: whatever could steer a terminal, break a line, turn the
     * writing direction or not be encoded is replaced by U+FFFD, and a cut is marked.
     */
    public static String line(String text, int limit) {
        boolean fits = text.length() <= limit;
        int end = fits ? text.length() : limit - CUT.length();
        StringBuilder line = new StringBuilder(end + 1);
        for (int i = 0; i < end; ) {
            int codePoint = text.codePointAt(i);
            int width = Character.charCount(codePoint);
            if (i + width > end) {
                break;
            }
            line.appendCodePoint(harmless(codePoint) ? codePoint : REPLACEMENT);
            i += width;
        }
        return fits ? line.toString() : line.append(CUT).toString();
    }

    /** Whether a character can be shown as it is. */
    public static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

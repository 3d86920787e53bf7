package io.rolemeter.collect.workload.view;

/** The files that a program would read, by their absolute paths as it sees them. */
public interface SettingsFiles {
    /** What came of reading one; the content includes a byte order mark, and is never printed. */
    sealed interface Answer {
        record Text(String content) implements Answer {
            @Override
            public String toString() {
                return "text";
            }
        }

        record Missing() implements Answer {}

        /** It is there, and this program could not read it; {@code reason} is a few words. */
        record Closed(String reason) implements Answer {}
    }

    Answer read(String path);

    default boolean exists(String path) {
        return !(read(path) instanceof Answer.Missing);
    }
}

package io.rolemeter.config;

import java.util.Optional;

/**
 * One mapping of the configuration file, read key by key. Whoever reads a section names every key that it may have; a key
 * that nobody read is a problem once {@link #finish} is called. A value that does not fit is a problem too, and reads as
 * absent, so that one pass finds all problems.
 */
public interface Section {
    /** The text under {@code key}; a number or boolean there is a problem only if {@code key} asks for something else. */
    Optional<String> text(String key);

    /** The same, and its absence is a problem; then the empty string. */
    String required(String key);

    /** A whole number from {@code least} to {@code most}. */
    Optional<Long> number(String key, long least, long most);

    Optional<Boolean> flag(String key);

    /** Adds a problem with the value under {@code key}; {@code expected} says what should stand there. */
    void reject(String key, String expected);

    /** Reports every key that was not read, with the nearest one that could have been. */
    void finish();
}

package io.rolemeter.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One mapping of the configuration file, read key by key. Whoever reads a section names every key that it may have; a key
 * that nobody read is a problem once {@link #finish} is called. A value that does not fit is a problem too, and reads as
 * absent, so that one pass finds all problems. A key without a value, or with {@code null}, is absent.
 */
public interface Section {
    /** The text under {@code key}, as it is written; a number or boolean is text too. */
    default Optional<String> text(String key) {
        return value(key, "a text", Optional::of);
    }

    /** The same, and its absence or emptiness is a problem; then the empty string. */
    default String required(String key) {
        return required(key, "a text that is not empty", Scalars::notBlank).orElse("");
    }

    /**
     * What {@code reader} makes of the text under {@code key}; where it makes nothing of it, that is a problem.
     *
     * @param expected completes the sentence "expected …"
     */
    <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> reader);

    /** The same, and its absence is a problem too. */
    <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> reader);

    /** A whole number from {@code least} to {@code most}. */
    default Optional<Long> number(String key, long least, long most) {
        return value(
                key,
                "a whole number from " + least + " to " + most,
                text -> Scalars.number(text).filter(number -> number >= least && number <= most));
    }

    /** {@code true} or {@code false}. */
    default Optional<Boolean> flag(String key) {
        return value(key, "true or false", Scalars::flag);
    }

    /** The name of an AWS region. */
    default Optional<String> region(String key) {
        return value(key, "a region such as us-east-1", Scalars::region);
    }

    /** A duration with its unit, from {@code least} to {@code most}. */
    Optional<Duration> duration(String key, Duration least, Duration most);

    /** An absolute URL with a host, with one of these schemes, and without user or fragment. */
    default Optional<URI> url(String key, String... schemes) {
        String expected = "an " + String.join(" or ", schemes) + " URL such as " + schemes[0] + "://host:port";
        return value(key, expected, text -> Scalars.url(text, Set.of(schemes)));
    }

    /** The texts of the list under {@code key}, none of them empty. */
    List<String> texts(String key);

    /** The texts under {@code key} by names that the user chooses, in the order of the file. */
    Map<String, String> map(String key);

    /**
     * Whatever stands under {@code key}, as JSON: what is written as a number or a boolean without quotation marks is one, and
     * {@code null} is null inside of a mapping or a list.
     */
    Optional<JsonNode> json(String key);

    /** The mapping under {@code key}; one without keys when it is absent. It is finished apart from this one. */
    Section section(String key);

    /** The mappings in the list under {@code key}, each to be finished apart. */
    List<Section> sections(String key);

    /** Whether {@code key} is there, be it without a value. */
    boolean has(String key);

    /** All keys in the order of the file, for a section whose keys the user chooses; asking does not count as reading them. */
    Set<String> keys();

    /** Adds a problem with the value under {@code key}, or with its absence; {@code expected} completes "expected …". */
    void reject(String key, String expected);

    /** Adds a problem with {@code key}: one line that repeats no value. */
    void problem(String key, String text);

    /** Adds a problem with the section as a whole: one line that repeats no value. */
    void problem(String text);

    /** Reports every key that was not read, with the nearest one that could have been. */
    void finish();
}

package io.rolemeter.collect.host;

/** Says of a file's bytes whether they are worth a closer look. */
@FunctionalInterface
public interface ByteFilter {
    /**
     * Whether they are.
     *
     * @param bytes of which the first {@code length} are the file; not to be kept
     */
    boolean matches(byte[] bytes, int length);
}

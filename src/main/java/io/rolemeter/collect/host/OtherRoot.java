package io.rolemeter.collect.host;

import java.util.Optional;

/**
 * What a process has for {@code /} when that is not the host's: in a container, or after {@code chroot}.
 *
 * @param key the same for all processes that share it, unless only some of them may be looked at
 * @param container the first twelve digits of its id, where it has one
 * @param path where a person comes to it, such as {@code /proc/812/root}
 * @param top the same as {@code /proc} shows it: what the process's other links there begin with
 */
public record OtherRoot(String key, Optional<String> container, String path, String top) {
    /** The process's own path of what one of its links in {@code /proc} shows; empty for what lies outside. */
    public Optional<String> inside(String shown) {
        if (top.equals("/")) {
            return Optional.of(shown);
        }
        if (shown.equals(top)) {
            return Optional.of("/");
        }
        return shown.startsWith(top + "/") ? Optional.of(shown.substring(top.length())) : Optional.empty();
    }
}

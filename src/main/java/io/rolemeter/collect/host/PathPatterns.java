package io.rolemeter.collect.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files, folders with all that is in them, and globs, in which {@code **} crosses folders. */
public final class PathPatterns {
    private static final String GLOB = "*?[{";

    private final List<String> plain = new ArrayList<>();
    private final List<Glob> globs = new ArrayList<>();

    public PathPatterns(List<String> patterns) {
        for (String pattern : patterns) {
            String bare = withoutSlashes(pattern);
            Optional<Glob> glob = isGlob(bare) ? Glob.of(bare) : Optional.empty();
            glob.ifPresentOrElse(globs::add, () -> plain.add(bare));
        }
    }

    public static boolean isGlob(String pattern) {
        return pattern.chars().anyMatch(c -> GLOB.indexOf(c) >= 0);
    }

    /** The deepest folder that all matches of a glob lie in. */
    public static String folder(String glob) {
        int first = 0;
        while (first < glob.length() && GLOB.indexOf(glob.charAt(first)) < 0) {
            first++;
        }
        return glob.substring(0, Math.max(glob.lastIndexOf('/', first), 0)) + "/";
    }

    public boolean isEmpty() {
        return plain.isEmpty() && globs.isEmpty();
    }

    /** Whether an absolute path is one of them or lies in one of the folders. */
    public boolean matches(String path) {
        for (String folder : plain) {
            if (path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/')) {
                return true;
            }
        }
        return globs.stream().anyMatch(glob -> glob.matches(path));
    }

    /** Whether something in a folder, or deeper in it, may be matched by a glob. */
    public boolean leadInto(String folder) {
        return globs.stream().anyMatch(glob -> glob.leadsInto(folder));
    }

    /** Nothing for the root. */
    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}

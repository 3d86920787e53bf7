package io.rolemeter.collect.host;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** Files, folders with all that is in them, and globs, in which {@code **} crosses folders. */
public final class PathPatterns {
    private static final String GLOB = "*?[{";

    private final List<String> plain = new ArrayList<>();
    private final List<PathMatcher> globs = new ArrayList<>();

    public PathPatterns(List<String> patterns) {
        for (String pattern : patterns) {
            if (isGlob(pattern)) {
                try {
                    globs.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
                    continue;
                } catch (PatternSyntaxException e) {
                    plain.add(pattern);
                    continue;
                }
            }
            plain.add(withoutSlash(pattern));
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

    /** Whether an absolute path is one of them or lies in one of the folders. */
    public boolean matches(String path) {
        for (String folder : plain) {
            if (path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/')) {
                return true;
            }
        }
        return !globs.isEmpty() && matchesGlob(path);
    }

    private boolean matchesGlob(String path) {
        try {
            Path whole = Path.of(path);
            return globs.stream().anyMatch(glob -> {
                for (Path here = whole; here != null; here = here.getParent()) {
                    if (glob.matches(here)) {
                        return true;
                    }
                }
                return false;
            });
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}

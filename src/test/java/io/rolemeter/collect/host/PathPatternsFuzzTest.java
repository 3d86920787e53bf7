package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

class PathPatternsFuzzTest {
    private static final int MAX_PATTERN = 64;
    private static final int MAX_PATH = 1024;

    private static final Pattern SIMPLE = Pattern.compile("[ -~]{1,64}");

    /** The first line is a pattern, the rest a path below the root. */
    @FuzzTest
    void aPathMatchesWithAllThatIsInItAndNothingOutsideOfItsFolder(byte[] input) {
        String[] lines = Fuzzed.text(input).split("\n", 2);
        String pattern = "/" + lines[0].substring(0, Math.min(lines[0].length(), MAX_PATTERN));
        String rest = "/" + (lines.length == 2 ? lines[1] : lines[0]);
        String path = rest.substring(0, Math.min(rest.length(), MAX_PATH));
        PathPatterns patterns = new PathPatterns(List.of(pattern));

        boolean matches = Fuzzed.soon(() -> patterns.matches(path));

        if (matches) {
            assertThat(Fuzzed.soon(() -> patterns.matches(path.endsWith("/") ? path + "x" : path + "/x")))
                    .isTrue();
        }
        if (PathPatterns.isGlob(pattern)) {
            String folder = PathPatterns.folder(pattern);
            assertThat(folder).startsWith("/").endsWith("/");
            assertThat(pattern).startsWith(folder);
            assertThat(PathPatterns.isGlob(folder)).isFalse();
            matcher(pattern, path).ifPresent(matcher -> assertThat(matches).isEqualTo(isIn(matcher, Path.of(path))));
        } else {
            String inside = pattern.endsWith("/") ? pattern + "x" : pattern + "/x";
            assertThat(patterns.matches(pattern)).isTrue();
            assertThat(patterns.matches(inside)).isTrue();
            assertThat(new PathPatterns(List.of(pattern + "/")).matches(inside)).isTrue();
        }
    }

    /** What the JDK makes of a pattern and a path that it understands, and answers in time for. */
    private static Optional<PathMatcher> matcher(String pattern, String path) {
        boolean simple = SIMPLE.matcher(pattern).matches()
                && !pattern.endsWith("/")
                && SIMPLE.matcher(path).matches()
                && pattern.chars().filter(c -> c == '*').count() <= 4;
        try {
            return simple ? Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + pattern)) : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isIn(PathMatcher matcher, Path path) {
        return Stream.iterate(path, Objects::nonNull, Path::getParent).anyMatch(matcher::matches);
    }
}

package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.Fuzzed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "/srv/app, /srv/app/x, true",
        "/srv/app, /srv/apple, false",
        "/srv/app//, /srv/app/x, true",
        "/, /home, true",
        "/srv/*/, /srv/a, true",
        "/srv/*/, /srv/a/b/c, true",
        "/srv/*.log, /srv/a/b.log, false",
        "/srv/**.log, /srv/a/b.log, true",
        "/srv/?[!a-c], /srv/xd, true",
        "/srv/?[!a-c], /srv/xb, false",
        "/srv/[a, /srv/[a/b, true",
        "/srv/\\*, /srv/a, false"
    })
    void aPatternMatchesAPathAndWhatIsInIt(String pattern, String path, boolean matches) {
        assertThat(new PathPatterns(List.of(pattern)).matches(path)).isEqualTo(matches);
    }

    @Test
    void alternativesMatchEachOfThem() {
        PathPatterns patterns = new PathPatterns(List.of("/srv/{a,b*,}/x"));

        assertThat(List.of("/srv/a/x", "/srv/bb/x/y", "/srv//x", "/srv/c/x"))
                .filteredOn(patterns::matches)
                .containsExactly("/srv/a/x", "/srv/bb/x/y");
    }

    @Test
    void aLineEndInANameHidesNothingFromAGlob() {
        assertThat(new PathPatterns(List.of("/home/**/.env")).matches("/home/a\nb/.env"))
                .isTrue();
    }

    /** With the JDK's expressions the first took three seconds. */
    @Test
    void aNameThatAlmostMatchesInManyWaysTakesNoTime() {
        PathPatterns patterns = new PathPatterns(List.of("/srv/**/*-*-*-*.log"));

        assertThat(Fuzzed.soon(() -> patterns.matches("/srv/x/" + "-".repeat(250))))
                .isFalse();
        assertThat(Fuzzed.soon(() -> patterns.matches("/srv/x/" + "-".repeat(4000))))
                .isFalse();
    }
}

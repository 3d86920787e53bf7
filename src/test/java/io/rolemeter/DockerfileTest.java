package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Dockerfile says again what the packages' part of the build says: the same words. */
class DockerfileTest {
    private final String dockerfile = Files.readString(Path.of("Dockerfile"));
    private final String build = Files.readString(Path.of("pom.xml"));

    DockerfileTest() throws IOException {}

    @Test
    void itsRuntimeHasTheModulesOfThePackages() {
        assertThat(first("--add-modules (\\S+)", dockerfile)).isEqualTo(first("<packages.modules>([^<]+)<", build));
    }

    @Test
    void itStartsAsTheImageWithoutABaseDoes() {
        List<String> words = Pattern.compile("<word>([^<]+)</word>")
                .matcher(build)
                .results()
                .map(word -> "\"" + word.group(1) + "\"")
                .toList();

        assertThat(first("(?m)^ENTRYPOINT \\[(.+)]$", dockerfile)).isEqualTo(String.join(", ", words));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}

package io.rolemeter.packages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second build, of a copy in another folder, by another umask and in another time zone. */
@Tag("packages")
class RepeatableIT {
    private static final String SOURCES = "pom.xml src config systemd README.md LICENSE";

    @TempDir
    private Path folder;

    @Test
    void aSecondBuildMakesTheSameBytes() throws IOException {
        assertThat(Run.of("sh", "-c", "cp -R " + SOURCES + " " + folder).lines())
                .isEmpty();
        String build =
                "umask 027; TZ=Asia/Tokyo exec '%s/bin/mvn' -q -B -ntp -Ppackages -Dmaven.test.skip -Dspotless.check.skip"
                                .formatted(property("maven.home"))
                        + " -Dpackages.jdk='%s' -Dgit.commit.id.abbrev=%s package"
                                .formatted(property("packages.jdk"), revision());
        Run second = Run.of("sh", "-c", "cd " + folder + " && " + build);
        assertThat(second.code()).as(second.output()).isZero();

        List<Path> ours = Packages.allIn(Packages.target());
        List<Path> theirs = Packages.allIn(folder.resolve("target"));
        for (int i = 0; i < ours.size(); i++) {
            assertThat(theirs.get(i)).hasFileName(ours.get(i).getFileName().toString());
            assertThat(Files.mismatch(ours.get(i), theirs.get(i)))
                    .as("first byte that differs in " + ours.get(i).getFileName())
                    .isEqualTo(-1);
        }
    }

    /** The commit that the first build says it is of; the second has no repository to ask. */
    private static String revision() throws IOException {
        try (JarFile jar = new JarFile(property("rolemeter.jar"))) {
            Properties built = new Properties();
            built.load(
                    jar.getInputStream(requireNonNull(jar.getEntry("io/rolemeter/publish/metrics/build.properties"))));
            return requireNonNull(built.getProperty("revision"));
        }
    }

    private static String property(String name) {
        return requireNonNull(System.getProperty(name), "run this through `mvn -Ppackages verify`");
    }
}

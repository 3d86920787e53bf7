package io.rolemeter.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked into any folder, on a host without Java. */
@Tag("packages")
class ArchiveIT {
    @TempDir
    private static Path folder;

    private static Path root = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        assertThat(Run.of("tar", "-xzf", Packages.archive().toString(), "-C", folder.toString())
                        .lines())
                .isEmpty();
        try (Stream<Path> unpacked = Files.list(folder)) {
            root = unpacked.findFirst().orElseThrow();
        }
    }

    @Test
    void itsOwnRuntimeRunsIt() {
        assertThat(rolemeter("version").lines()).singleElement().asString().startsWith("rolemeter ");
    }

    @Test
    void theDemoFindsWhatIsWrong() {
        Run demo = rolemeter("demo", "--scenario", "full-smoke", "--once");
        assertThat(demo.code()).as(demo.output()).isZero();
        assertThat(rolemeter("demo", "--once").code()).isEqualTo(2);
    }

    @Test
    void theConfigurationThatItBringsIsValid() {
        assertThat(rolemeter(
                                "config",
                                "check",
                                root.resolve("etc/rolemeter/rolemeter.yml").toString())
                        .code())
                .isZero();
    }

    @Test
    void aLinkToItRunsItToo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("bin/rolemeter"));
        assertThat(Run.of(folder, Map.of("PATH", "/usr/bin:/bin"), link.toString(), "version")
                        .code())
                .isZero();
        Files.delete(link);
    }

    /** An agent that is meant for the host's other Java programs would keep this one from starting. */
    @Test
    void optionsOfOtherJavaProgramsAreNotItsOwn() {
        Map<String, String> environment = Map.of(
                "PATH", "/usr/bin:/bin", "JAVA_TOOL_OPTIONS", "-javaagent:/missing.jar", "JDK_JAVA_OPTIONS", "-Dx");
        assertThat(Run.of(folder, environment, root + "/bin/rolemeter", "version")
                        .lines())
                .hasSize(1);
    }

    /** jlink leaves out what no module names: SIGHUP, and the curves of TLS. */
    @Test
    void theRuntimeHasTheModulesThatAreLookedUpByName() {
        assertThat(Run.of(root + "/lib/rolemeter/runtime/bin/java", "--list-modules")
                        .lines())
                .map(module -> module.replaceFirst("@.*", ""))
                .contains("jdk.unsupported", "jdk.crypto.ec");
    }

    /** As root does it where a package is installed. The simulated host is not part of the services. */
    @Test
    void nearlyAllClassesOfAStartComeFromWhatTheInstallationHasLearned() throws IOException {
        Path home = root.resolve("lib/rolemeter");
        assertThat(Run.of(folder, Map.of("PATH", "/usr/bin:/bin"), "sh", home + "/share-classes")
                        .output())
                .isEmpty();
        assertThat(home.resolve("scan.jsa")).isRegularFile();
        assertThat(home.resolve("serve.jsa")).isRegularFile();
        String facts = folder.resolve("facts.jsonl").toString();
        String host = folder.resolve("host").toString();
        Path loaded = folder.resolve("loaded.log");
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "ROLEMETER_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
        assertThat(rolemeter("rehearse", "--host", host).code()).isZero();

        for (String[] command : new String[][] {
            {"scan", "--root", host, "--config", host + "/rolemeter.yml", "--facts", facts},
            {"rehearse", "--facts", facts}
        }) {
            String[] line = Stream.concat(Stream.of(root + "/bin/rolemeter"), Stream.of(command))
                    .toArray(String[]::new);
            assertThat(Run.of(folder, environment, line).code()).as(command[0]).isIn(0, 2);

            List<String> ofTheService = Files.readAllLines(loaded).stream()
                    .filter(each -> !each.contains(" io.rolemeter.demo."))
                    .toList();
            assertThat(ofTheService.stream().filter(each -> each.contains("shared objects file")))
                    .as(command[0])
                    .hasSizeGreaterThan(ofTheService.size() * 95 / 100);
        }
    }

    private static Run rolemeter(String... arguments) {
        String[] line = Stream.concat(Stream.of(root + "/bin/rolemeter"), Stream.of(arguments))
                .toArray(String[]::new);
        return Run.of(folder, Map.of("PATH", "/usr/bin:/bin"), line);
    }
}

package io.rolemeter.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the packages would put on a host, as the tools of the two formats read it. */
@Tag("packages")
class PackageContentsIT {
    private static final Pattern IN_DEB = Pattern.compile("(\\S+) (\\S+) +\\d+ \\S+ \\S+ \\.(/.*?)/?");
    private static final List<String> COMMANDS = List.of(
            "",
            "-check",
            "-config",
            "-config-check",
            "-config-default",
            "-demo",
            "-explain",
            "-permissions",
            "-scan",
            "-serve",
            "-version");

    @Test
    void bothHoldTheSameFilesWithTheSameModes() throws IOException {
        // What only one of the two formats has; the licences of the JDK's modules are links in the .rpm.
        Pattern own =
                Pattern.compile("/usr/share/(doc/rolemeter/c|licenses|lintian).*|/usr/lib/rolemeter/runtime/legal/.*");
        assertThat(files(deb()))
                .filteredOn(line -> !own.matcher(path(line)).matches())
                .containsExactlyInAnyOrderElementsOf(files(rpm()).stream()
                        .filter(line -> !own.matcher(path(line)).matches())
                        .toList());
    }

    @Test
    void everythingBelongsToRootAndNobodyElseMayWrite() throws IOException {
        for (List<String> entries : List.of(deb(), rpm())) {
            assertThat(entries)
                    .hasSizeGreaterThan(90)
                    .allMatch(line -> line.matches(".(rwxr-xr-x|rw-r--r--|rwx------) root:root .*"));
            assertThat(entries)
                    .filteredOn(line -> line.startsWith("-rwx"))
                    .map(PackageContentsIT::path)
                    .containsExactlyInAnyOrder(
                            "/usr/bin/rolemeter",
                            "/usr/lib/rolemeter/runtime/bin/java",
                            "/usr/lib/rolemeter/runtime/lib/jspawnhelper");
            assertThat(entries)
                    .filteredOn(line -> line.startsWith("drwx------"))
                    .map(PackageContentsIT::path)
                    .containsExactly("/etc/rolemeter/tls");
        }
    }

    @Test
    void theRpmOwnsNoDirectoryOfTheFileSystem() throws IOException {
        assertThat(rpm())
                .filteredOn(line -> line.startsWith("d"))
                .map(PackageContentsIT::path)
                .allMatch(path -> path.contains("/rolemeter"));
    }

    @Test
    void eachCommandHasItsManualPageAndAllOfThemComplete() throws IOException {
        for (String command : COMMANDS) {
            assertThat(files(deb())).contains("-rw-r--r-- root:root /usr/share/man/man1/rolemeter" + command + ".1.gz");
        }
        Path root = Packages.target().resolve("packages/root");
        String completion = Files.readString(root.resolve("usr/share/bash-completion/completions/rolemeter"));
        assertThat(completion)
                .contains("serve check explain scan demo config permissions version")
                .contains("--web.listen-address");
        assertThat(Run.of("gzip", "-dc", root + "/usr/share/man/man1/rolemeter-serve.1.gz")
                        .output())
                .contains("web.listen\\-address");
    }

    @Test
    void whatMonitoringTakesAndEveryUnitIsThere() throws IOException {
        List<String> paths = files(deb()).stream().map(PackageContentsIT::path).toList();
        assertThat(paths)
                .contains(
                        "/usr/share/rolemeter/rolemeter.rules.yml",
                        "/usr/share/rolemeter/grafana/rolemeter-host.json",
                        "/usr/share/rolemeter/RUNBOOK.md",
                        "/usr/share/rolemeter/status.schema.json",
                        "/usr/share/rolemeter/sbom.cdx.json",
                        "/usr/lib/sysusers.d/rolemeter.conf");
        try (Stream<Path> units = Files.list(Path.of("systemd"))) {
            assertThat(paths)
                    .containsAll(units.map(unit -> unit.getFileName().toString())
                            .filter(unit -> !unit.endsWith(".conf"))
                            .map(unit -> "/usr/lib/systemd/system/" + unit)
                            .toList());
        }
    }

    @Test
    void theConfigurationIsKeptWhenItWasEdited() throws IOException {
        assertThat(control("conffiles")).isEqualTo("/etc/rolemeter/rolemeter.yml\n");
        InstalledProgram.require("rpm", "read the .rpm");
        String format = "[%{FILEFLAGS:fflags} %{FILENAMES}\\n]";
        assertThat(Run.of("rpm", "-qp", "--qf", format, Packages.rpm().toString())
                        .lines())
                .filteredOn(line -> line.startsWith("c"))
                .containsExactly("cn /etc/rolemeter/rolemeter.yml");
    }

    @Test
    void itsScriptsAreThoseOfTheSources() throws IOException {
        for (String script : List.of("postinst", "prerm", "postrm")) {
            assertThat(control(script)).isEqualTo(Files.readString(Path.of("src/packaging/deb/control", script)));
        }
        InstalledProgram.require("rpm", "read the .rpm");
        String scripts =
                Run.of("rpm", "-qp", "--scripts", Packages.rpm().toString()).output();
        for (String script : List.of("post.sh", "preun.sh", "postun.sh")) {
            assertThat(scripts).contains(Files.readString(Path.of("src/packaging/rpm", script)));
        }
    }

    private static String control(String member) throws IOException {
        return Run.of("dpkg-deb", "--info", Packages.deb().toString(), member).output();
    }

    private static String path(String entry) {
        return entry.substring(entry.lastIndexOf(' ') + 1);
    }

    private static List<String> files(List<String> entries) {
        return entries.stream().filter(line -> line.startsWith("-")).toList();
    }

    private static List<String> deb() throws IOException {
        InstalledProgram.require("dpkg-deb", "read the .deb");
        return Run.of("dpkg-deb", "--contents", Packages.deb().toString()).lines().stream()
                .map(IN_DEB::matcher)
                .filter(Matcher::matches)
                .map(entry -> entry.group(1) + " " + entry.group(2).replace('/', ':') + " " + entry.group(3))
                .toList();
    }

    private static List<String> rpm() throws IOException {
        InstalledProgram.require("rpm", "read the .rpm");
        String format = "[%{FILEMODES:perms} %{FILEUSERNAME}:%{FILEGROUPNAME} %{FILENAMES}\\n]";
        return Run.of("rpm", "-qp", "--qf", format, Packages.rpm().toString()).lines();
    }
}

package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolemeter.collect.keys.FakeHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScanTest {
    private static final String COMMENTED = "#" + FakeHost.PAIR.replace("\nAWS", "\n#AWS");

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anImageWithoutKeysIsOk() {
        new FakeHost(root).file("/srv/app/.env", "A=b\n");
        assertThat(scan()).isZero();
        assertThat(out.toString()).startsWith("Keys\n  none in ");
    }

    @Test
    void aKeyThatAProgramCouldUseIsCritical() {
        new FakeHost(root).file("/srv/app/.env", FakeHost.PAIR);
        assertThat(scan()).isEqualTo(2);
        assertThat(out.toString()).contains("AKIA************3BC7").doesNotContain(FakeHost.SECRET, "AKIARTX3");
    }

    @Test
    void commentsBackupsAndPastedTemporaryKeysAreWarnings() {
        for (List<String> file : List.of(
                List.of("/srv/app/.env", COMMENTED),
                List.of("/srv/app/.env.bak", FakeHost.PAIR),
                List.of("/srv/app/.env", FakeHost.pair("ASIARTX3GSDSVIA23BC7")))) {
            new FakeHost(root).file(file.get(0), file.get(1));
            assertThat(scan()).as(file.get(0)).isOne();
            root.resolve(file.get(0).substring(1)).toFile().delete();
        }
    }

    @Test
    void whatCouldNotBeReadIsAWarning() throws IOException {
        new FakeHost(root);
        Files.createDirectories(root.resolve("root/.aws/credentials"));
        assertThat(scan("--format", "json")).isOne();
        JsonNode document = new JsonMapper().readTree(out.toString());
        assertThat(document.path("complete").asBoolean()).isFalse();
        assertThat(document.path("unreadable").path(0).path("reason").asText()).isEqualTo("is a directory");
    }

    @Test
    void aGlobLooksOnlyWhereItMayMatchAndIsNotCleanWhenNothingDoes() {
        new FakeHost(root)
                .file("/srv/app/.env", FakeHost.PAIR)
                .file("/srv/other/.env", FakeHost.PAIR)
                .file("/opt/.env", FakeHost.PAIR);
        assertThat(scan("--format", "json", "/srv/a*/.env")).isEqualTo(2);
        assertThat(out.toString()).contains("/srv/app/.env").doesNotContain("/srv/other", "/opt");

        out.getBuffer().setLength(0);
        assertThat(scan("/srv/nope*/.env", "/srv/a*")).isEqualTo(2);
        assertThat(out.toString()).contains("/srv/nope*/.env", "nothing matches it");
        assertThat(scan("/srv/nope*/.env")).isOne();
    }

    @Test
    void anEmptyPathIsRefused() {
        assertThat(scan("")).isEqualTo(3);
        assertThat(err.toString()).startsWith("A path is empty; name files, folders or globs.");
    }

    @Test
    void factsReplaceNothingButAFile() throws Exception {
        new FakeHost(root).file("/srv/app/.env", "A=b\n");
        Path target = Files.writeString(root.resolve("target"), "kept");
        Path link = Files.createSymbolicLink(root.resolve("link"), target);
        Path pipe = root.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path file : List.of(link, pipe, root)) {
            err.getBuffer().setLength(0);
            assertThat(scan("--facts", file.toString())).as(file.toString()).isEqualTo(3);
            assertThat(err.toString()).isEqualTo("Cannot write " + file + ": it is not a regular file; name one.\n");
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("kept");
        assertThat(scan("--facts", root.resolve("missing/facts").toString())).isEqualTo(3);
        assertThat(err.toString()).endsWith("/missing/facts: its folder does not exist; create it.\n");
    }

    @Test
    void theDocumentHasTheFieldsOfTheContract() throws IOException {
        new FakeHost(root)
                .file("/srv/app/.env.production", "A=b\n\n" + COMMENTED)
                .mode("/srv/app/.env.production", "rw-r--r--");
        assertThat(scan("--format", "json")).isOne();
        JsonNode key = new JsonMapper().readTree(out.toString()).path("keys").path(0);
        assertThat(key.path("place").asText()).isEqualTo("dotenv");
        assertThat(key.path("path").asText()).isEqualTo("/srv/app/.env.production");
        assertThat(key.path("line").asInt()).isEqualTo(3);
        assertThat(key.path("pid").isNull()).isTrue();
        assertThat(key.path("key_id").asText()).isEqualTo("AKIA************3BC7");
        assertThat(key.path("kind").asText()).isEqualTo("long_term");
        assertThat(key.path("account_id").asText()).isEqualTo("111122223333");
        assertThat(key.path("exposure").asText()).isEqualTo("commented");
        assertThat(key.path("secret_present").asBoolean()).isTrue();
        assertThat(key.path("mode").asText()).isEqualTo("0644");
    }

    @Test
    void givenPathsAreLookedAtInsteadOfTheHidingPlaces() {
        new FakeHost(root)
                .file("/srv/app/.env", FakeHost.PAIR)
                .file("/etc/odd/place", FakeHost.PAIR)
                .file("/opt/clean", "");
        assertThat(scan("/opt")).isZero();
        assertThat(scan("etc/odd", "/opt/clean")).isEqualTo(2);
        assertThat(out.toString())
                .contains("configured")
                .contains("/etc/odd/place:1")
                .doesNotContain("dotenv");
    }

    @Test
    void aMisspelledPathDoesNotLookClean() {
        assertThat(scan("/nowhere")).isEqualTo(3);
        assertThat(err.toString()).startsWith("There is nothing at ").hasLineCount(1);
        assertThat(run("scan", "--root", root.resolve("none").toString())).isEqualTo(3);
    }

    /** Half a pair is no character of any locale, as an umlaut is none of the locale C. */
    @Test
    void aPathThatTheLocaleHasNoCharactersForIsRefused() {
        assertThat(scan("/srv/\uD83D")).isEqualTo(3);
        assertThat(err.toString()).contains("cannot be decoded in this locale").hasLineCount(1);
    }

    private int scan(String... arguments) {
        String[] line = new String[arguments.length + 3];
        line[0] = "scan";
        line[1] = "--root";
        line[2] = root.toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return run(line);
    }

    private int run(String... line) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commands = new CommandLine(new Rolemeter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return Errors.handleBy(commands).execute(line);
    }
}

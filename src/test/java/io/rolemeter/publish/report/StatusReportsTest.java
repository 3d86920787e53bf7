package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolemeter.publish.Golden;
import io.rolemeter.publish.Hosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReportsTest {
    private static final String HOSTILE = "<script>\u001b[31m\u009b2J\"\\\n\r\u202e\ud800\u007f";
    private static final StatusText PLAIN = new StatusText(Screen.NONE);

    @Test
    void theDocumentOfAShadowedRole() throws IOException {
        Golden.compare(StatusJson.document(Hosts.shadowed()), "status.json");
    }

    @Test
    void theDocumentBeforeTheFirstCycle() throws IOException {
        Golden.compare(StatusJson.document(Hosts.unknown()), "status.unknown.json");
    }

    @Test
    void theTextOfAShadowedRole() throws IOException {
        Golden.compare(PLAIN.write(Hosts.shadowed()), "status.txt");
    }

    @Test
    void theTextBeforeTheFirstCycle() throws IOException {
        Golden.compare(PLAIN.write(Hosts.unknown()), "status.unknown.txt");
    }

    @Test
    void theTextOfAHealthyHostNamesTheRole() {
        assertThat(PLAIN.write(Hosts.healthy())).startsWith("OK  this host is backend-role");
    }

    @Test
    void coloursAreAddedAndNothingElse() {
        for (int columns : new int[] {80, 120, Integer.MAX_VALUE}) {
            String coloured = new StatusText(new Screen(true, columns)).write(Hosts.shadowed());

            assertThat(coloured).startsWith("\u001b[31;1mCRITICAL\u001b[0m");
            assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(new StatusText(new Screen(false, columns)).write(Hosts.shadowed()));
        }
    }

    @Test
    void theTextOnANarrowTerminal() throws IOException {
        Golden.compare(new StatusText(new Screen(false, 80)).write(Hosts.shadowed()), "status.80.txt");
    }

    @Test
    void theReadmeShowsACheckInATerminal() throws IOException {
        int columns = 96;
        List<String> lines = new ArrayList<>(List.of("$ rolemeter check"));
        new StatusText(new Screen(true, columns))
                .write(Hosts.shadowed())
                .lines()
                .limit(32)
                .forEach(lines::add);
        lines.add("  …");

        Golden.compare(TerminalPicture.of(lines, columns), "../../../docs/check.svg");
        assertThat(Files.readString(Path.of("README.md"))).contains("src/docs/check.svg");
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNothingIsLost() {
        for (int columns : new int[] {72, 80, 120}) {
            String text = new StatusText(new Screen(false, columns)).write(Hosts.shadowed());

            assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
            assertThat(text.replaceAll("\\s", ""))
                    .contains("arn:aws:sts::111122223333:assumed-role/backend-role/i-0123456789abcdef0")
                    .contains("Thelineisacomment,andthesecretisstillthere.")
                    .contains("sts:AssumeRoleonarn:aws:iam::111122223333:role/viewerwasdenied.");
        }
    }

    @Test
    void theKeysDocumentStandsAlsoAlone() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        String alone = Hosts.shadowed().facts().keys().map(KeysJson::document).orElseThrow();

        assertThat(mapper.readTree(alone))
                .isEqualTo(
                        mapper.readTree(StatusJson.document(Hosts.shadowed())).get("keys"));
    }

    @Test
    void textFromTheHostCannotSteerATerminal() {
        String text = PLAIN.write(Hosts.saying(HOSTILE));

        assertThat(text).contains("<script>\ufffd[31m\ufffd2J\"\\\ufffd\ufffd\ufffd\ufffd\ufffd");
        assertThat(text.chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
        assertThat(text).doesNotContain("\u202e", "\ud800");
    }

    @Test
    void aDocumentKeepsWhatTheHostSaysAndIsFitForATerminal() throws IOException {
        String document = StatusJson.document(Hosts.saying(HOSTILE));
        JsonNode parsed = new ObjectMapper().readTree(document);

        assertThat(parsed.get("findings").get(0).get("subject").asText())
                .isEqualTo(HOSTILE.replace("\ud800", "\ufffd"));
        assertThat(document.chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
        assertThat(document).doesNotContain("\u202e");
    }

    @Test
    void aLongNameDoesNotDrownTheRest() {
        String text = PLAIN.write(Hosts.saying("n".repeat(10_000)));

        assertThat(text.lines()).allMatch(line -> line.length() < 4000);
        assertThat(text).contains("nnn…");
    }
}

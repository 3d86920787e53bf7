package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultFileTest {
    private static final List<String> SECTIONS =
            List.of("web", "aws", "imds", "caller", "expect", "expiry", "keys", "logs");

    @Test
    void theFileSaysTheDefaults() {
        Reading reading = Reading.of(Configuration.defaultText());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.settings()).isEqualTo(Settings.defaults());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "# nothing\n", "---\n", "null", "~", "{}", "\uFEFF", "imds:\nprobes:\n", "web: {}"})
    void anEmptyFileOrSectionMeansTheDefaults(String text) {
        assertThat(Reading.of(text)).isEqualTo(new Reading(Settings.defaults(), List.of()));
    }

    @Test
    void theFileNamesEveryKeyThatIsRead() {
        String listed = Reading.of("zzzzzzzz: 1").problems().get(0).replaceAll(".*one of ", "");
        assertThat(listed.split(", ", -1)).containsExactlyElementsOf(concat(SECTIONS, "probes"));
        for (String section : SECTIONS) {
            String problem = Reading.of(section + ": {zzzzzzzz: 1}").problems().get(0);
            for (String key : problem.replaceAll(".*expected (one of )?", "").split(", ", -1)) {
                Pattern documented = Pattern.compile("(?m)^" + section + ":\n(?:  .*\n)*  # .*\n  " + key + ": ");
                assertThat(Configuration.defaultText()).containsPattern(documented);
            }
        }
        assertThat(Configuration.defaultText()).contains("#   name ", "#   interval ", "#   timeout ", "#   expect ");
    }

    @Test
    void theCommentedProbesCanBeUsed() {
        String text =
                Configuration.defaultText().replace("probes: []", "probes:").replaceAll("(?m)^#  ", "  ");
        Reading reading = Reading.of(text.replaceAll("(?m)^   .*  .*\n", ""));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.settings().probes())
                .extracting(ProbeSettings::kind)
                .containsExactlyElementsOf(Reading.KINDS);
    }

    @Test
    void theFileInTheRepositoryIsTheOneInTheJar() throws Exception {
        assertThat(Path.of("config", "rolemeter.yml")).content().isEqualTo(Configuration.defaultText());
        assertThat(Files.readString(Path.of("config", "rolemeter.yml"))).doesNotContain("\t", "\r");
    }

    private static List<String> concat(List<String> list, String last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}

package io.rolemeter.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "my api", "a'b", "$(touch x)", "a;b && c", "ü$HOME", "\"a\"", "a\\b", "|", "!!"})
    void aNameIsOneWordOfARealShell(String name) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + Command.word(name)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(name + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a`id`", "a\nb", "a\u001b[31m", "", "-f", "--all of them"})
    void aNameThatWouldLeaveItsPlaceIsLeftOut(String name) {
        assertThat(Command.word(name)).isEqualTo("NAME");
    }
}

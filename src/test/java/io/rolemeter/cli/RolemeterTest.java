package io.rolemeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class RolemeterTest {
    static Class<?>[] subcommands() {
        return Objects.requireNonNull(Rolemeter.class.getAnnotation(Command.class))
                .subcommands();
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void eachSubcommandIsFoundWithoutTheOthers(Class<?> type) {
        String name = Objects.requireNonNull(type.getAnnotation(Command.class)).name();
        CommandLine found = Rolemeter.subcommand(name).orElseThrow();

        assertThat(found.getCommandSpec().userObject()).isInstanceOf(type);
        assertThat(found.getCommandSpec().qualifiedName()).isEqualTo("rolemeter " + name);
    }

    @Test
    void otherWordsAreNoSubcommands() {
        assertThat(Rolemeter.subcommand("--help")).isEmpty();
        assertThat(Rolemeter.subcommand("SCAN")).isEmpty();
    }
}

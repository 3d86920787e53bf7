package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalProgramsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash: -bash",
                "bash: bash -l -i",
                "bash: bash --norc --rcfile /etc/rc -o vi",
                "bash:",
                "zsh: zsh -",
                "vim: vim /srv/old/app.js",
                "less: less /srv/old/app.py",
                "tmux: server: tmux new",
                "sudo: sudo -i",
            })
    void whatOnlyServesAPersonRunsNoApplication(String process) {
        assertThat(TerminalPrograms.include(process(process))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh: /bin/sh -c node_server",
                "bash: bash -ec true",
                "bash: bash -o errexit run.sh",
                "bash: /bin/bash /srv/app/run.sh",
                "node: node server.js",
                "python3: python3",
            })
    void whatRunsAScriptMayBeAnApplication(String process) {
        assertThat(TerminalPrograms.include(process(process))).isFalse();
    }

    private static HostProcess process(String text) {
        int colon = text.lastIndexOf(':');
        List<String> arguments = List.of(text.substring(colon + 1).strip().split(" ", -1));
        return new HostProcess(7, 0, "root", text.substring(0, colon), arguments, Optional.empty());
    }
}

package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.JavaCommand;
import io.rolemeter.collect.host.ProcessDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JavaCommandFuzzTest {
    private static final ProcessDetails JAVA =
            new ProcessDetails(Optional.of("/usr/lib/jvm/jre/bin/java"), "", Optional.empty(), Optional.empty());

    /** Arguments end with NUL, as in the process's own list; what follows a line end is a variable with options. */
    @FuzzTest
    void whatIsReadOfACommandStandsInIt(byte[] input) {
        String[] texts = Fuzzed.text(input).split("\n", 2);
        String variable = texts.length == 2 ? texts[1] : "";
        List<String> arguments = List.of(texts[0].split("\0", -1));
        HostProcess process = new HostProcess(1, 0, "root", "java", arguments, Optional.of("/srv/app"));

        CommandLine command = Fuzzed.soon(() -> CommandLine.of(process, JAVA, Optional.empty(), Optional.empty()));
        Map<String, String> properties = Fuzzed.soon(() -> command.properties(Map.of("JAVA_TOOL_OPTIONS", variable)));

        String whole = texts[0] + "\n" + variable;
        properties.forEach(
                (name, value) -> assertThat(whole).contains("-D" + name).contains(value));
        assertThat(Fuzzed.soon(() -> JavaCommand.classPath(command.arguments())))
                .allMatch(whole::contains);
        assertThat(command.program()).doesNotContain("/");
        Optional<String> main = JavaCommand.main(command.arguments());
        main.ifPresent(name -> assertThat(whole).contains(name));
        command.properties(Map.of())
                .forEach((name, value) -> assertThat(command.arguments())
                        .anyMatch(argument -> argument.equals("-D" + name + "=" + value)
                                || (argument.equals("-D" + name) && value.isEmpty())));
    }
}

package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.JavaCommand;
import io.rolemeter.collect.keys.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFilesTest {
    @TempDir
    private Path root;

    private List<String> expanded(String... arguments) {
        return ArgumentFiles.expand(
                List.of(arguments), new WrittenPaths("/srv/app", Optional.of(new Host(root).files())));
    }

    @Test
    void theWordsOfAFileStandInItsPlace() {
        new FakeHost(root).file("/srv/app/jvm.args", "# memory\n-Xmx1g\n-cp 'a b.jar'\n-Dx=\"c\\\\d # e\"\n");
        assertThat(expanded("@jvm.args", "-Dy=1", "Main", "@jvm.args"))
                .containsExactly("-Xmx1g", "-cp", "a b.jar", "-Dx=c\\d # e", "-Dy=1", "Main", "@jvm.args");
    }

    @Test
    void aFileDoesNotNameAnother() {
        new FakeHost(root).file("/srv/app/a", "@a @a");
        assertThat(expanded("@a", "Main")).containsExactly("@a", "@a", "Main");
    }

    @Test
    void filesCanBeSwitchedOff() {
        new FakeHost(root).file("/srv/app/a", "-Dx=1");
        assertThat(expanded("--disable-@files", "@a", "Main")).containsExactly("--disable-@files", "@a", "Main");
        assertThat(expanded("@@a", "Main")).containsExactly("@@a", "Main");
    }

    @Test
    void optionsAfterAFileThatCannotBeReadCountAndItsMainClassIsNotGuessed() {
        List<String> arguments = expanded("@gone", "-cp", "a.jar", "password");
        assertThat(JavaCommand.classPath(arguments)).containsExactly("a.jar");
        assertThat(JavaCommand.main(arguments)).isEmpty();
    }
}

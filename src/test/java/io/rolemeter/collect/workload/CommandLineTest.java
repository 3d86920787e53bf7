package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.ProcessDetails;
import io.rolemeter.collect.keys.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    /** What follows its last slash is too short to be known as part of a secret. */
    private static final String SECRET = "FAKEk9Zp2LmQx7Rt4Wv1Yb6N/c3Hd8Jf5Gs0AeTT";

    @TempDir
    private Path root;

    private CommandLine of(Optional<String> executable, String... arguments) {
        return CommandLine.of(
                new HostProcess(1, 0, "root", "thread", List.of(arguments), Optional.of("/srv/app")),
                new ProcessDetails(executable, "", Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.of(new Host(root).files()));
    }

    private CommandLine of(String... arguments) {
        return of(Optional.of("/usr/bin/" + arguments[0]), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "python3.11,-c,python3.11",
        "node-20,-e,node-20",
        "node,-p,node",
        "node,--eval,node",
        "node,--print,node",
        "php,-r,php",
        "perl,-e,perl",
        "ruby,-e,ruby",
        "bash,-c,bash"
    })
    void codeIsNotPartOfAName(String interpreter, String option, String program) {
        CommandLine command = of(interpreter, option, "key = '" + SECRET + "'; x = a/b");
        assertThat(command.program()).isEqualTo(program);
        assertThat(command.script()).isEmpty();
        assertThat(command.folders()).containsExactly("/srv/app");
    }

    @Test
    void theEndOfASecretIsNotAName() {
        assertThat(of("python3", SECRET).program()).isEqualTo("python3");
        assertThat(of("python3", "/" + SECRET + "%").program()).isEqualTo("python3");
        assertThat(of("java", SECRET).program()).isEqualTo("java");
        assertThat(of("java", "-m", "api/com.example.Main", SECRET).program()).isEqualTo("Main");
        assertThat(of(Optional.empty(), SECRET, "x").program()).isEqualTo("thread");
    }

    @Test
    void aLongPathOfAFileIsAName() {
        new FakeHost(root).file("/var/www/MyShop2/releases/20260101120000/current/server/main", "");
        assertThat(of("python3", "/var/www/MyShop2/releases/20260101120000/current/server/main")
                        .program())
                .isEqualTo("main");
    }

    @Test
    void ofATitleOnlyAFileThatIsThereIsTheScript() {
        new FakeHost(root).file("/srv/app/a.js", "");
        assertThat(of(Optional.of("/usr/bin/node"), "node /srv/app/a.js  ").program())
                .isEqualTo("a.js");
        assertThat(of(Optional.of("/usr/bin/node"), "node /srv/app/FAKEk9Zp2LmQx7R")
                        .program())
                .isEqualTo("node");
        assertThat(of(Optional.of("/usr/sbin/php-fpm8.2"), "php-fpm: pool www").program())
                .isEqualTo("php-fpm8.2");
        assertThat(of(Optional.of("/usr/bin/python3.11"), "gunicorn: master [app]")
                        .program())
                .isEqualTo("python3.11");
    }
}

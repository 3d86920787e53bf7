package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
    private static String script(String commandLine) {
        List<String> words = List.of(commandLine.split(" ", -1));
        return Interpreter.of(words.get(0))
                .orElseThrow()
                .script(words.subList(1, words.size()))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python -c CODE",
                "python3.11 -c CODE a.py",
                "python -Bc CODE",
                "python -cCODE a.py",
                "python -",
                "node -e CODE",
                "node -p CODE",
                "node -pe CODE",
                "node --eval CODE",
                "node --eval=CODE a.js",
                "node --print CODE",
                "node -r dotenv/config -e CODE",
                "node",
                "php -r CODE",
                "php -d a=b --run CODE",
                "ruby -e CODE",
                "ruby -rset -ne CODE"
            })
    void codeOnTheCommandLineIsNoScript(String commandLine) {
        assertThat(script(commandLine)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "node /srv/app/server.js /srv/other.js,/srv/app/server.js",
        "node -r dotenv/config /srv/app/server.js,/srv/app/server.js",
        "node --require dotenv/config --env-file .env server.js,server.js",
        "node --env-file=.env --inspect server.js,server.js",
        "node --enable-source-maps -- server.js,server.js",
        "python3 -W ignore -X dev -u a.py,a.py",
        "python3 -Wignore a.py -c CODE,a.py",
        "python3 -Im http.server 8000,http.server",
        "ruby -W0 -I lib a.rb,a.rb",
        "php -d memory_limit=1 -f a.php,a.php",
        "php a.php -r CODE,a.php"
    })
    void valuesOfOptionsAreNoScripts(String commandLine, String script) {
        assertThat(script(commandLine)).isEqualTo(script);
    }

    @Test
    void aVersionIsNotPartOfTheName() {
        assertThat(List.of("/usr/bin/node-20", "node22", "nodejs", "/usr/bin/node"))
                .extracting(Interpreter::name)
                .containsOnly("node");
        assertThat(Interpreter.name("/usr/bin/python3.11")).isEqualTo("python");
        assertThat(Interpreter.name("/usr/bin/ruby3.2")).isEqualTo("ruby");
        assertThat(Interpreter.name("/usr/sbin/php-fpm8.2")).isEqualTo("php-fpm");
        assertThat(Interpreter.name("/usr/bin/node_exporter")).isEqualTo("node_exporter");
        assertThat(Interpreter.name("/opt/uploader-2.1")).isEqualTo("uploader-2.1");
    }
}

package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.Map;
import java.util.Optional;

class EnvironmentFuzzTest {
    @FuzzTest
    void whatIsReadOfABlockIsWhatGetenvWouldTell(byte[] input) {
        String block = Fuzzed.text(input);
        Environment environment = new Environment(block);

        Map<String, String> named = Fuzzed.soon(() -> environment.named(name -> true));

        Fuzzed.hidesKeys(environment);
        named.forEach((name, value) -> {
            assertThat("\0" + block + "\0").contains("\0" + name + "=" + value + "\0");
            assertThat(value).hasSizeLessThan(4096);
        });
        for (String name : new String[] {"AWS_ACCESS_KEY_ID", "HOME", "pm2_env", ""}) {
            Optional<String> text = environment.text(name);
            assertThat(text).isEqualTo(first(block, name));
            assertThat(environment.get(name)).isEqualTo(text.filter(value -> value.length() <= 4096));
        }
        Fuzzed.soon(() -> Pm2Application.of(environment));
    }

    private static Optional<String> first(String block, String name) {
        for (String variable : block.split("\0", -1)) {
            if (variable.startsWith(name + "=")) {
                return Optional.of(variable.substring(name.length() + 1)).filter(value -> !value.isBlank());
            }
        }
        return Optional.empty();
    }
}

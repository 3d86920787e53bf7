package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.collect.workload.view.Variables;
import java.util.Map;
import java.util.Optional;

class DotenvFuzzTest {
    @FuzzTest
    void settingsAreNamesOfAwsAndPartsOfTheirLines(byte[] input) {
        String text = Fuzzed.text(input);

        Map<String, String> settings = Fuzzed.soon(() -> Dotenv.settings(text));

        settings.forEach((name, value) -> {
            assertThat(name).matches("(AWS|AMAZON)_[A-Z_]+");
            assertThat(text).contains(name).contains(value);
            assertThat(value).doesNotContain("\n");
        });
        Variables variables = Variables.of(settings, Optional.of("/srv/app/.env"));
        Fuzzed.hidesKeys(variables);
        Fuzzed.hidesKeys(variables.get("AWS_SECRET_ACCESS_KEY"));
        Fuzzed.hidesKeys(variables.get("AWS_ACCESS_KEY_ID"));
    }
}

package io.rolemeter.collect.workload.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.Arrays;
import java.util.List;

class IniTextFuzzTest {
    private static final List<Dialect> ALL = List.of(Dialect.values());

    /** The first byte says which SDK reads. */
    @FuzzTest
    void aFileHasProfilesOrOneProblemThatNamesALine(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Dialect dialect = ALL.get(Math.floorMod(input[0], ALL.size()));
        String text = Fuzzed.text(Arrays.copyOfRange(input, 1, input.length));

        IniText.Content content = Fuzzed.soon(() -> IniText.read(text, dialect));

        content.problem().ifPresent(problem -> {
            assertThat(problem).matches("line [0-9]+ [a-z ,]+");
            assertThat(content.sections()).isEmpty();
            assertThat(dialect.forgives()).isFalse();
        });
        content.sections().forEach((section, properties) -> {
            assertThat(text).contains("[" + section + "]");
            Profile profile = Profile.of(properties, "/home/deploy/.aws/credentials");
            Fuzzed.hidesKeys(profile.get("aws_secret_access_key"));
            Fuzzed.hidesKeys(profile.get("aws_access_key_id"));
            assertThat(dialect.profileInConfig(section).orElse("")).hasSizeLessThanOrEqualTo(section.length());
            assertThat(dialect.profileInCredentials(section).orElse("")).hasSizeLessThanOrEqualTo(section.length());
        });
    }
}

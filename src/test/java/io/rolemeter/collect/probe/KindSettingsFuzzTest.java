package io.rolemeter.collect.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.config.Configuration;
import io.rolemeter.config.Problems;
import io.rolemeter.config.Settings;
import java.util.Arrays;
import java.util.List;

class KindSettingsFuzzTest {
    private static final List<String> KINDS = ProbeKinds.names();
    private static final Scope SCOPE = new Scope("aws", "us-east-1", "111122223333");

    /** The first byte says of which kind the settings are that follow. */
    @FuzzTest
    void everyKindReadsSettingsOrSaysWhatIsWrongAndQuotesNoKey(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String kind = KINDS.get(Math.floorMod(input[0], KINDS.size()));
        String own = Fuzzed.text(Arrays.copyOfRange(input, 1, input.length)).replace("\n", "\n    ");
        String text = "probes:\n- name: a\n  " + kind + ":\n    " + own;
        Problems problems = new Problems("rolemeter.yml");

        ConfiguredProbes probes = Fuzzed.soon(() -> read(text, problems));

        List<String> lines = problems.lines();
        assertThat(lines).hasSizeLessThanOrEqualTo(101);
        for (String line : lines) {
            assertThat(line).startsWith("rolemeter.yml:").hasSizeLessThan(2000);
            assertThat(line.chars()).noneMatch(KindSettingsFuzzTest::isUnprintable);
            Fuzzed.hidesKeys(line);
        }
        if (lines.isEmpty()) {
            assertThat(probes.grants(SCOPE)).allSatisfy(grant -> {
                assertThat(grant.actions()).isNotEmpty().allMatch(action -> action.contains(":"));
                assertThat(grant.resources()).isNotEmpty();
            });
            assertThat(probes.scheduled()).hasSize(1);
        }
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static ConfiguredProbes read(String text, Problems problems) {
        Settings settings = Configuration.read(text, KINDS, problems);
        return ConfiguredProbes.of(settings.probes());
    }
}

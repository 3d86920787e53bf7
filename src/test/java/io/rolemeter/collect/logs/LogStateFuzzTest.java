package io.rolemeter.collect.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.util.List;
import java.util.Map;

class LogStateFuzzTest {
    private static final LogState NOTHING = new LogState(Map.of(), Map.of());

    @FuzzTest
    void whatIsRememberedOfLogsIsReadAsItWasWritten(byte[] input) {
        LogState state = Fuzzed.soon(() -> read(Fuzzed.text(input).lines().toList()));

        List<String> written =
                LogStateLines.write(state).stream().map(WrittenLine::toString).toList();

        assertThat(read(written)).isEqualTo(state);
        state.logs().values().forEach(followed -> Fuzzed.hidesIds(followed.tally()));
    }

    private static LogState read(List<String> lines) {
        LogState state = NOTHING;
        for (String line : lines) {
            try {
                state = LogStateLines.read(Line.parse(line), state).orElse(state);
            } catch (MalformedLineException e) {
                Fuzzed.hidesKeys(e.getMessage());
            }
        }
        return state;
    }
}

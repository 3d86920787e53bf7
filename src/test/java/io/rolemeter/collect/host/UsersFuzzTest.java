package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.nio.file.Path;
import java.util.Optional;

class UsersFuzzTest {
    @FuzzTest
    void filesOfTheSystemAreReadWhateverIsInThem(byte[] input) {
        String text = Fuzzed.text(input);

        Users users = Fuzzed.soon(() -> Users.parse(text));
        ProcessStatus status = Fuzzed.soon(() -> ProcessStatus.parse(text));
        Mounts mounts = Fuzzed.soon(() -> Mounts.parse(text.lines().toList(), Path.of("/")));

        assertThat(users.users()).allSatisfy(user -> {
            Fuzzed.hidesKeys(user.name());
            assertThat(user.home()).startsWith("/");
            assertThat(users.name(user.uid())).isNotEmpty();
        });
        assertThat(status.name()).isNotEqualTo(Optional.of(""));
        assertThat(mounts.types().keySet()).allMatch(Path::isAbsolute);
    }
}

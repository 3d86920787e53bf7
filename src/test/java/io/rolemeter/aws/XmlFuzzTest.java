package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.List;
import java.util.Optional;

class XmlFuzzTest {
    @FuzzTest
    void aDocumentHasNoMoreTextThanWasWritten(byte[] input) {
        String written = Fuzzed.text(input);

        Optional<Xml> document = Fuzzed.soon(() -> Xml.parse(written));

        document.ifPresent(root -> {
            assertThat(written.toLowerCase(java.util.Locale.ROOT)).doesNotContain("<!entity");
            assertThat(root.text()).hasSizeLessThanOrEqualTo(written.length());
            List<Xml> members = root.at("Error/Code");
            assertThat(root.text("Error/Code").isPresent()).isEqualTo(!members.isEmpty());
            assertThat(root.named("Error").isPresent() || members.isEmpty()).isTrue();
        });
    }
}

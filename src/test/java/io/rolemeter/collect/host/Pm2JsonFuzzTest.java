package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rolemeter.Fuzzed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class Pm2JsonFuzzTest {
    @FuzzTest
    void whatIsReadOfApplicationsIsBounded(byte[] input) {
        String json = Fuzzed.text(input);

        List<Pm2Application> applications = Fuzzed.soon(() -> Pm2Json.applications(json));

        assertThat(applications).hasSizeLessThanOrEqualTo(1000).allSatisfy(application -> {
            assertThat(application.name()).hasSizeLessThanOrEqualTo(4096);
            assertThat(application.directories()).hasSizeLessThanOrEqualTo(2).allMatch(path -> path.startsWith("/"));
            assertThat(application.errorLog().orElse("/")).startsWith("/");
        });
        Map<String, String> texts = Fuzzed.soon(() -> Pm2Json.texts(json));
        assertThat(texts.values()).hasSizeLessThanOrEqualTo(10_000).allMatch(text -> text.length() <= 4096);
        Optional<Pm2Application> first = Pm2Json.applicationAt(json, 1);
        assertThat(applications).containsAll(first.stream().toList());
    }
}

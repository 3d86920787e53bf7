package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.Change;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectation;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.Labelled;
import io.rolemeter.model.LogError;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Place;
import io.rolemeter.model.ProbeRun;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Severity;
import io.rolemeter.model.Status;
import io.rolemeter.publish.Hosts;
import io.rolemeter.publish.StatusSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that programs rely on says what the documents say: no less, no more. */
class StatusSchemaTest {
    private static final Map<String, Labelled[]> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("status", Status.values());
        LISTS.put("severity", Severity.values());
        LISTS.put("finding_code", FindingCode.values());
        LISTS.put("role_state", RoleState.values());
        LISTS.put("caller_subject", CallerSubject.values());
        LISTS.put("caller_kind", CallerKind.values());
        LISTS.put("failure_reason", FailureReason.values());
        LISTS.put("sdk", Sdk.values());
        LISTS.put("credential_source", CredentialSource.values());
        LISTS.put("place", Place.values());
        LISTS.put("exposure", Exposure.values());
        LISTS.put("key_kind", KeyKind.values());
        LISTS.put("expectation", Expectation.values());
        LISTS.put("outcome", ProbeRun.Outcome.values());
        LISTS.put("migration_phase", MigrationPhase.values());
        LISTS.put("imds_failure", ImdsFailure.values());
        LISTS.put("collector", CollectorName.values());
        LISTS.put("log_error", LogError.values());
        LISTS.put("change_kind", Change.Kind.values());
    }

    static Stream<Diagnosis> diagnoses() {
        return Stream.of(
                Hosts.shadowed(), Hosts.healthy(), Hosts.unknown(), Hosts.unidentified(), Hosts.saying("\"<\u0000é"));
    }

    @ParameterizedTest
    @MethodSource("diagnoses")
    void everyDocumentIsValid(Diagnosis diagnosis) throws IOException {
        assertThat(StatusSchema.problems(StatusJson.document(diagnosis))).isEmpty();
    }

    @Test
    void everyKeptDocumentIsValid() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            List<Path> documents = files.filter(
                            file -> file.getFileName().toString().matches("status.*\\.json"))
                    .toList();
            assertThat(documents).isNotEmpty();
            for (Path document : documents) {
                assertThat(StatusSchema.problems(Files.readString(document)))
                        .as(document.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void aDocumentWithAWordOfItsOwnIsNot() throws IOException {
        String document = StatusJson.document(Hosts.shadowed());

        assertThat(StatusSchema.problems(document.replace("\"subject\"", "\"topic\"")))
                .anyMatch(problem -> problem.contains("topic"));
        assertThat(StatusSchema.problems(document.replace("role_shadowed", "shadowed")))
                .anyMatch(problem -> problem.contains("/migration/phase"));
        assertThat(StatusSchema.problems(document.replace("AKIA************3JXF", "AKIA1234567890123JXF")))
                .anyMatch(problem -> problem.contains("key_id"));
    }

    @Test
    void everyPropertyIsDescribed() throws IOException {
        List<String> silent = new ArrayList<>();
        describe(StatusSchema.read(), "", silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void theListsAreThoseOfTheMetrics() throws IOException {
        JsonNode definitions = StatusSchema.read().path("$defs");
        Map<String, List<String>> published = new LinkedHashMap<>();
        definitions.properties().stream()
                .filter(definition -> definition.getValue().has("enum"))
                .forEach(definition -> published.put(
                        definition.getKey(), texts(definition.getValue().path("enum"))));

        Map<String, List<String>> ours = new LinkedHashMap<>();
        LISTS.forEach((name, members) ->
                ours.put(name, Stream.of(members).map(Labelled::label).toList()));
        assertThat(published).isEqualTo(ours);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static void describe(JsonNode node, String path, List<String> silent) {
        node.path("properties").properties().forEach(property -> {
            if (property.getValue().path("description").asText().length() < "A word.".length()) {
                silent.add(path + "." + property.getKey());
            }
        });
        node.properties().forEach(field -> describe(field.getValue(), path + "." + field.getKey(), silent));
    }
}

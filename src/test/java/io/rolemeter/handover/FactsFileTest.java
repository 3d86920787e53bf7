package io.rolemeter.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.publish.Hosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsFileTest {
    private static final Instant NOW = Hosts.NOW;

    @TempDir
    private Path directory;

    private static ScannedFacts facts() {
        Facts host = Hosts.shadowed().facts();
        KeysFact keys = host.keys().orElseThrow();
        WorkloadsFact workloads = host.workloads().orElseThrow();
        LogsFact logs = host.logs().orElseThrow();
        WorkloadsFact fewer = new WorkloadsFact(
                NOW, workloads.workloads().subList(0, 1), workloads.restarts(), workloads.unreadable());
        return new ScannedFacts(
                NOW,
                Duration.ofSeconds(60),
                Map.of(CollectorName.KEYS, Duration.ofMillis(120), CollectorName.LOGS, Duration.ofMillis(7)),
                new KeysFact(NOW, keys.places(), keys.keys()),
                Map.of(
                        InstanceRole.ATTACHED,
                        new WorkloadsFact(NOW, workloads.workloads(), workloads.restarts(), workloads.unreadable()),
                        InstanceRole.ABSENT,
                        fewer,
                        InstanceRole.UNKNOWN,
                        fewer),
                new LogsFact(NOW, logs.logs(), logs.totals(), logs.unreadable()));
    }

    private Path path() {
        return directory.resolve("facts.jsonl");
    }

    private FactsFile file() {
        return new FactsFile(path());
    }

    private FactsFile holding(String text) throws IOException {
        Files.writeString(path(), text);
        return file();
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        file().write(facts());

        assertThat(file().read()).isEqualTo(facts());
    }

    @Test
    void theNextScanLearnsWhenEachPlaceWasLastReadWhole() throws IOException {
        file().write(facts());
        Map<Place, Instant> moments = file().lastComplete();

        assertThat(moments).isNotEmpty();
        assertThat(facts().keys().places())
                .allSatisfy(scan -> assertThat(Optional.ofNullable(moments.get(scan.place())))
                        .isEqualTo(scan.lastComplete()));

        String text = Files.readString(path());
        assertThat(holding(text.replace("{\"type\":\"end\"", "no JSON")).lastComplete())
                .as("what follows the places is not looked at")
                .isEqualTo(moments);
        assertThat(holding(text.replaceFirst("\"last_complete_at\":\"[^\"]*\"", "\"last_complete_at\":\"soon\""))
                        .lastComplete())
                .as("of places of which one makes no sense none is believed")
                .isEmpty();
        Files.delete(path());
        assertThat(file().lastComplete()).as("a first scan").isEmpty();
    }

    @Test
    void itsGroupMayReadItAndNobodyElse() throws IOException {
        file().write(facts());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-r-----");
        assertThat(directory.toFile().list()).containsExactly("facts.jsonl");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        refused(file(), "is not there");
    }

    @Test
    void everyPartOfAFileIsRefused() throws IOException {
        byte[] whole = FactsText.write(facts()).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(path(), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> file().read()).as("%d bytes", length).isInstanceOf(RefusedFactsException.class);
        }
    }

    @Test
    void aFileWithoutOneOfItsLinesIsRefused() throws IOException {
        List<String> lines = new ArrayList<>(FactsText.write(facts()).lines().toList());
        lines.remove(3);
        refused(holding(String.join("\n", lines)), "makes no sense at line " + lines.size() + ", \"lines\"");
    }

    @Test
    void aFileOfANewerVersionIsRefusedWhateverElseItHolds() throws IOException {
        String text = FactsText.write(facts()).replace("\"format\":1", "\"format\":2") + "{\"type\":\"new\"}\n";
        refused(holding(text), "was written by a newer Rolemeter than this one");
    }

    @Test
    void whatIsNoRegularFileIsRefusedWithoutWaiting() throws Exception {
        Files.createDirectory(path());
        refused(file(), "is no regular file");
        Files.delete(path());
        assertThat(new ProcessBuilder("mkfifo", path().toString()).start().waitFor())
                .isZero();
        refused(file(), "is no regular file");
        Files.delete(path());
        Files.createSymbolicLink(path(), Path.of("/etc/passwd"));
        refused(file(), "is no regular file");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        refused(holding("x".repeat(300_000)), "has a line of over 262144 bytes");
        refused(holding("\n".repeat(9 << 20)), "makes no sense at line 1, \"JSON\"");
        String lines = FactsText.write(facts()).lines().findFirst().orElseThrow() + "\n"
                + ("{\"type\":\"unseen\",\"what\":\"" + "y".repeat(4000) + "\"}\n").repeat(2200);
        refused(holding(lines), "is larger than 8388608 bytes");
    }

    @Test
    void aWholeKeyIdIsRefusedAsAnIdAndMaskedInAllOtherText() throws Exception {
        String id = "AKIARTX3GSDSVIA23BC7";
        String text = FactsText.write(facts());
        String masked = Hosts.STATIC_KEY.masked();

        refusedSomewhere(holding(text.replace(masked, id)), "\"key_id\"");
        String everywhere = text.replace("/srv/app/.env.production", "/srv/" + id + "\\u001b[31m\\n/.env");
        ScannedFacts read = holding(everywhere).read();

        assertThat(read.toString())
                .contains("/srv/AKIA************3BC7?[31m?/.env")
                .doesNotContain(id, "\u001b");
    }

    @Test
    void keysBeyondTheLimitAreSaidToBeMissing() throws Exception {
        KeysFact some = facts().keys();
        FoundKey one = some.keys().stream()
                .filter(key -> key.place() == Place.DOTENV && key.exposure() == Exposure.LIVE)
                .findFirst()
                .orElseThrow();
        ScannedFacts many = new ScannedFacts(
                NOW,
                Duration.ofSeconds(60),
                Map.of(),
                new KeysFact(NOW, some.places(), Collections.nCopies(KeyLines.MAX_KEYS + 2, one)),
                facts().workloads(),
                facts().logs());
        file().write(many);

        KeysFact read = file().read().keys();

        assertThat(read.keys()).hasSize(KeyLines.MAX_KEYS);
        PlaceScan dotenv = read.places().stream()
                .filter(scan -> scan.place() == Place.DOTENV)
                .findFirst()
                .orElseThrow();
        assertThat(dotenv.unreadable()).isEqualTo(2);
        assertThat(dotenv.examples().get(0).reason()).isEqualTo("more than 5000 keys on the host");
        assertThat(dotenv.lastComplete()).isEqualTo(Optional.empty());
    }

    @Test
    void noDamageGetsThroughAsAnythingButARefusal() throws IOException {
        byte[] whole = FactsText.write(facts()).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int refusals = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(path(), damaged);
            try {
                file().read();
            } catch (RefusedFactsException e) {
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan(1_000);
    }

    private static void refused(FactsFile file, String clause) {
        try {
            file.read();
        } catch (RefusedFactsException e) {
            assertThat(e.clause()).isEqualTo(clause);
            return;
        }
        fail("was believed");
    }

    private static void refusedSomewhere(FactsFile file, String part) {
        assertThatThrownBy(file::read).isInstanceOf(RefusedFactsException.class).hasMessageContaining(part);
    }
}

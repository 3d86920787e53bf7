package io.rolemeter.remember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.rolemeter.model.Change;
import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Memory;
import io.rolemeter.model.Migration;
import io.rolemeter.model.MigrationPhase;
import io.rolemeter.model.Past;
import io.rolemeter.model.Rotation;
import io.rolemeter.model.Standing;
import io.rolemeter.model.Status;
import io.rolemeter.store.LineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateKeeperTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path directory;

    private static Memory memory(int changes) {
        List<Change> history = IntStream.range(0, changes)
                .mapToObj(i -> new Change(NOW.minusSeconds(i), Change.Kind.KEYS, "key " + i, "live, was \"at rest\"\n"))
                .toList();
        return new Memory(
                new Past(
                        List.of(new Rotation(NOW, Duration.ofHours(6), Duration.ofHours(-1))),
                        Optional.of(new Past.Issue(NOW, "arn:aws:iam::111122223333:instance-profile/p", "AIPA"))),
                List.of(
                        new Standing(Change.Kind.STATUS, "host", "critical", NOW),
                        new Standing(Change.Kind.FINDINGS, "probe_failed ünï", "critical", NOW.minusSeconds(9))),
                history);
    }

    private static Diagnosis diagnosis(Memory memory) {
        return new Diagnosis(
                NOW,
                Facts.none(Expectations.NONE).with(memory.past()),
                List.of(),
                Status.OK,
                NOW,
                new Migration(MigrationPhase.UNKNOWN, false, List.of()),
                memory.standing(),
                memory.history());
    }

    private void keep(Memory memory) {
        try (StateKeeper keeper = new StateKeeper(directory)) {
            keeper.keep(diagnosis(memory));
        }
    }

    private Memory remembered() {
        try (StateKeeper keeper = new StateKeeper(directory)) {
            return keeper.remembered();
        }
    }

    private Path file() {
        return directory.resolve("history.jsonl");
    }

    @Test
    void whatWasKeptIsRemembered() {
        keep(memory(1_000));

        assertThat(remembered()).isEqualTo(memory(1_000));
    }

    @Test
    void onlyItsOwnerMayReadTheFileAndItIsBounded() throws IOException {
        keep(memory(5_000));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(file())).hasSize(1_004);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file(), directory.resolve("history.lock"));
        }
    }

    @Test
    void aBrokenLineTakesOnlyItselfAlong() throws IOException {
        keep(memory(50));
        List<String> lines = Files.readAllLines(file());
        for (String broken : List.of(
                "",
                "{",
                "null",
                "[]",
                "{}",
                "\u0000\ufffd",
                "{\"type\":\"change\"}",
                lines.get(20).replace("keys", "elsewhere"),
                lines.get(20).replace("2026", "20x6"),
                lines.get(20).substring(0, lines.get(20).length() / 2),
                "{\"type\":\"rotation\",\"at\":\"2026-11-21T10:00:00Z\",\"life_seconds\":1e300,\"before_expiry_seconds\":0}",
                "[".repeat(5_000),
                "x".repeat(100_000))) {
            List<String> damaged = new ArrayList<>(lines);
            damaged.set(20, broken);
            Files.write(file(), damaged);

            Memory read = remembered();

            assertThat(read.history()).as(broken).hasSize(49);
            assertThat(read.past()).isEqualTo(memory(0).past());
            assertThat(read.standing()).isEqualTo(memory(0).standing());
        }
    }

    @Test
    void noDamageKeepsItFromStarting() throws IOException {
        keep(memory(20));
        byte[] whole = Files.readAllBytes(file());
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            for (int j = 0; j < 20 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            Files.write(file(), damaged);
            MemoryText.Reader read = new MemoryText.Reader();
            LineFile.read(file(), new LineFile.Limits(1 << 20, 1 << 20), read::take);

            assertThat(read.memory().history().size() + read.memory().standing().size() + read.lost())
                    .isLessThanOrEqualTo(new String(damaged, StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                            .size());
        }
    }

    @Test
    void afterDamageItIsWrittenWholeAgain() throws IOException {
        Files.write(file(), "garbage\n".getBytes(StandardCharsets.UTF_8));
        keep(memory(3));

        assertThat(remembered()).isEqualTo(memory(3));
    }

    @Test
    void aFolderOrALinkInThePlaceOfTheFileIsNotRead() throws IOException {
        Files.createDirectory(file());
        assertThat(remembered()).isEqualTo(Memory.NONE);

        Files.delete(file());
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "secret");
        Files.createSymbolicLink(file(), elsewhere);
        assertThat(remembered()).isEqualTo(Memory.NONE);
        keep(memory(1));

        assertThat(remembered()).isEqualTo(memory(1));
        assertThat(elsewhere).hasContent("secret");
    }

    @Test
    void anEntryOfTheHistoryIsOnTheDiskBeforeItCanBeShown() {
        try (StateKeeper keeper = new StateKeeper(directory)) {
            for (int changes = 1; changes <= 50; changes++) {
                keeper.keep(diagnosis(memory(changes)));

                assertThat(StateKeeper.recall(directory).history()).hasSize(changes);
            }
        }
    }

    @Test
    void whatAnotherKeepsIsLeftToIt() {
        try (StateKeeper first = new StateKeeper(directory)) {
            first.keep(diagnosis(memory(3)));
            keep(memory(7));

            assertThat(StateKeeper.recall(directory)).isEqualTo(memory(3));
        }
        keep(memory(8));
        assertThat(remembered()).as("once the first has ended").isEqualTo(memory(8));
    }

    @Test
    void aFileThatThisUserMayNotReadIsLeftAsItIs() throws IOException {
        keep(memory(3));
        Files.setPosixFilePermissions(file(), Set.of());
        assumeFalse(Files.isReadable(file()), "needs another user than root");
        keep(memory(7));

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThat(remembered()).isEqualTo(memory(3));
    }

    @Test
    void aDirectoryThatIsNotThereEndsNothing() {
        directory = directory.resolve("missing");
        keep(memory(1));

        assertThat(remembered()).isEqualTo(Memory.NONE);
    }

    @Test
    void noSecretReachesTheFile() throws IOException {
        String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        keep(new Memory(
                Past.NONE,
                List.of(new Standing(Change.Kind.KEYS, "AKIARTX3GSDSVIA23BC7 " + secret, secret, NOW)),
                List.of(new Change(NOW, Change.Kind.FINDINGS, secret, "AKIARTX3GSDSVIA23BC7 with " + secret))));

        assertThat(Files.readString(file()))
                .contains("AKIA************3BC7")
                .doesNotContain(secret)
                .doesNotContain("AKIARTX3GSDSVIA23BC7");
    }
}

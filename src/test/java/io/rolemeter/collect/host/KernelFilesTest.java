package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class KernelFilesTest {
    private static final Path PROC = Path.of("/proc");
    private static final int OWN = (int) ProcessHandle.current().pid();

    private final byte[] buffer = new byte[64 << 10];

    @Test
    void aFileIsReadAsItIsAndWipedFromTheBuffer() throws IOException {
        byte[] expected = Files.readAllBytes(PROC.resolve(OWN + "/environ"));
        assertThat(kernel(buffer).read(OWN, "environ")).contains(new String(expected, StandardCharsets.UTF_8));
        assertThat(buffer).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 8_180, 8_187, 8_188, 8_189, 8_190, 8_191, 16_380, 16_381, 30_000})
    void environmentsOfAllLengthsAreWholeInAsciiAndBeyond(int length) throws Exception {
        for (String last : List.of("x", "\\303\\244")) {
            String script = "exec env -i \"V=$(head -c " + length + " /dev/zero | tr '\\0' x)$(printf '" + last
                    + "')\" sleep 60";
            Process process = new ProcessBuilder("sh", "-c", script).start();
            try {
                awaitName(process, "sleep");
                String expected = "V=" + "x".repeat(length) + (last.equals("x") ? "x" : "\u00e4") + "\0";
                assertThat(kernel(buffer).read((int) process.pid(), "environ")).contains(expected);
                assertThat(buffer).containsOnly(0);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void whatFillsTheBufferIsLeftToOthersAndWiped() {
        byte[] small = new byte[16];
        assertThat(kernel(small).read(OWN, "environ")).isEmpty();
        assertThat(small).containsOnly(0);
    }

    @Test
    void whatIsNotThereIsLeftToOthers() {
        assertThat(kernel(buffer).read(OWN, "no-such-file")).isEmpty();
        assertThat(kernel(buffer).read(Integer.MAX_VALUE, "environ")).isEmpty();
    }

    @Test
    void theProcFolderOfAnotherHostIsNotTheKernels(@TempDir Path root) throws IOException {
        assertThat(KernelFiles.at(Files.createDirectory(root.resolve("proc")), buffer))
                .isEmpty();
        assertThat(KernelFiles.at(root.resolve("nothing"), buffer)).isEmpty();
    }

    private static void awaitName(Process process, String name) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.readString(PROC.resolve(process.pid() + "/comm")).strip().equals(name)) {
            assertThat(System.nanoTime()).as("time to start").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private static KernelFiles kernel(byte[] buffer) {
        return KernelFiles.at(PROC, buffer).orElseThrow();
    }
}

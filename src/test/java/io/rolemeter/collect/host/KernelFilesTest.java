package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

    private static KernelFiles kernel(byte[] buffer) {
        return KernelFiles.at(PROC, buffer).orElseThrow();
    }
}

package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a JVM that a test has started what it holds. */
final class Jcmd {
    private Jcmd() {}

    /** Every thread by its name, and where it is. */
    static String threads(RunningProcess program) throws IOException, InterruptedException {
        return run(program, "Thread.print", "-l");
    }

    /** Every object of the heap, also those that nobody refers to any more. */
    static byte[] heap(RunningProcess program, Path file) throws IOException, InterruptedException {
        run(program, "GC.heap_dump", "-all=true", file.toString());
        byte[] heap = Files.readAllBytes(file);
        Files.delete(file);
        return heap;
    }

    private static String run(RunningProcess program, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(Long.toString(program.handle().pid()));
        line.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(line).redirectErrorStream(true).start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(answer).isZero();
        return answer;
    }
}

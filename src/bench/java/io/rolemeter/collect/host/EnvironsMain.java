package io.rolemeter.collect.host;

import io.rolemeter.collect.keys.text.KeyPattern;
import io.rolemeter.collect.keys.text.TextFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * Reads and searches every environment of the processes that are there now, once for each line on the input; answers with the
 * nanoseconds, the characters, and how many environments hold a key. {@code environs.c} is the same loop.
 */
final class EnvironsMain {
    private EnvironsMain() {}

    public static void main(String[] arguments) {
        Processes processes = new Host(Path.of("/")).processes();
        List<HostProcess> running = new ArrayList<>();
        processes.each(running::add);
        Scanner asked = new Scanner(System.in);
        while (asked.hasNextLine()) {
            asked.nextLine();
            long start = System.nanoTime();
            String counts = loop(processes, running);
            System.out.println((System.nanoTime() - start) + " " + counts);
        }
    }

    private static String loop(Processes processes, List<HostProcess> running) {
        long characters = 0;
        int held = 0;
        for (HostProcess process : running) {
            if (processes.environment(process) instanceof Reading.Text text) {
                characters += text.content().length();
                held += KeyPattern.find(text.content(), TextFormat.PROCESS).isEmpty() ? 0 : 1;
            }
        }
        return characters + " " + held;
    }
}

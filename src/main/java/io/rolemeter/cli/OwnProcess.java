package io.rolemeter.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo once more, without this user's own AWS settings: the SDK's default chain reads {@code AWS_*} variables, and would
 * find the real keys of whoever tries the demo out.
 */
final class OwnProcess {
    private static final String PREFIX = "AWS_";
    private static final String MAIN = "io.rolemeter.Main";

    private OwnProcess() {}

    static boolean needed() {
        return System.getenv().keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    }

    /**
     * Runs to its end, on this process's terminal; gives its exit code.
     *
     * @param arguments those of the demo
     */
    static int run(List<String> arguments) throws InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "demo"));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith(PREFIX));
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new CommandFailedException("The demo could not be started without the AWS_ variables of this shell;"
                    + " unset them and try again.");
        }
    }
}

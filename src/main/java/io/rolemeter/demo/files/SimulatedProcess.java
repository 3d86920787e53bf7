package io.rolemeter.demo.files;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A running process of the simulated host.
 *
 * @param environment as at its start
 */
record SimulatedProcess(Identity identity, Program program, List<String> arguments, Map<String, Object> environment) {

    record Identity(int number, int parent, User user, String controlGroup) {}

    /** {@code executable} is empty for a thread of the kernel. */
    record Program(String name, String executable, String folder) {}

    void write(FileTree tree) {
        String folder = "/proc/" + identity.number();
        tree.write(folder + "/cmdline", "r--r--r--", String.join("", terminated(arguments)));
        tree.write(
                folder + "/environ",
                "r--------",
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\0")
                        .collect(Collectors.joining()));
        tree.write(folder + "/comm", "rw-r--r--", shortName() + "\n");
        tree.write(folder + "/status", "r--r--r--", status());
        tree.write(folder + "/cgroup", "r--r--r--", "0::" + identity.controlGroup() + "\n");
        tree.write(folder + "/stat", "r--r--r--", stat());
        if (!program.executable().isEmpty()) {
            tree.link(folder + "/exe", program.executable());
        }
        tree.link(folder + "/cwd", program.folder());
        tree.link(folder + "/root", "/");
    }

    private static List<String> terminated(List<String> arguments) {
        return arguments.stream().map(argument -> argument + "\0").toList();
    }

    /** The kernel keeps fifteen characters. */
    private String shortName() {
        return program.name().substring(0, Math.min(15, program.name().length()));
    }

    private boolean isKernelThread() {
        return program.executable().isEmpty();
    }

    private String status() {
        int user = identity.user().number();
        String four = user + "\t" + user + "\t" + user + "\t" + user;
        String memory = isKernelThread() ? "" : "VmSize:\t  988000 kB\nVmRSS:\t   61200 kB\n";
        return "Name:\t" + shortName() + "\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t" + identity.number()
                + "\nNgid:\t0\nPid:\t" + identity.number() + "\nPPid:\t" + identity.parent()
                + "\nTracerPid:\t0\nUid:\t" + four + "\nGid:\t" + four + "\nFDSize:\t64\nGroups:\t" + user
                + " \nNSpid:\t" + identity.number() + "\n" + memory + "Threads:\t1\n";
    }

    private String stat() {
        int number = identity.number();
        return number + " (" + shortName() + ") S " + identity.parent() + " " + number + " " + number
                + " 0 -1 4194560 0 0 0 0 12 4 0 0 20 0 1 0 " + startedTicks() + " "
                + (isKernelThread() ? 0 : 1011712000)
                + " 15300 18446744073709551615" + " 0".repeat(27) + "\n";
    }

    /** Hundredths of a second after the host's start. */
    private long startedTicks() {
        return isKernelThread() || identity.number() == 1 ? 3 : 100L * identity.number();
    }
}

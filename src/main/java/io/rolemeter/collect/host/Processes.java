package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** The programs that run, from {@code /proc}; kernel threads and processes that ended are passed over. */
public final class Processes {
    private static final String PROC = "/proc";
    private static final String DELETED = " (deleted)";

    private final HostFiles files;
    private final Users users;

    Processes(HostFiles files, Users users) {
        this.files = files;
        this.users = users;
    }

    /** Every process that is there now, by rising number. */
    public ProcessList list() {
        List<HostProcess> processes = new ArrayList<>();
        List<Reading.Unreadable> unreadable = new ArrayList<>();
        Listing listing = files.list(PROC);
        if (listing instanceof Listing.Unreadable failed) {
            unreadable.add(new Reading.Unreadable(failed.path(), failed.reason()));
        }
        if (listing instanceof Listing.Entries found && files.resolve(PROC) instanceof Resolution.Found proc) {
            if (!found.complete()) {
                unreadable.add(new Reading.Unreadable(PROC, "too many processes"));
            }
            found.entries().stream()
                    .filter(Listing.Entry::directory)
                    .mapToInt(entry -> pid(entry.name()))
                    .filter(pid -> pid > 0)
                    .sorted()
                    .forEach(pid -> read(pid, proc.path(), unreadable).ifPresent(processes::add));
        }
        return new ProcessList(processes, unreadable);
    }

    /** The environment as {@code /proc} shows it: {@link Reading.Text} with the variables separated by NUL. */
    public Reading environment(int pid) {
        return files.resolve(PROC) instanceof Resolution.Found proc
                ? read(pid, proc.path(), "environ")
                : new Reading.Missing(path(pid, "environ"));
    }

    /** The host's path of one of a process's files. */
    public static String path(int pid, String name) {
        return PROC + "/" + pid + "/" + name;
    }

    private Optional<HostProcess> read(int pid, Path proc, List<Reading.Unreadable> unreadable) {
        Reading commandLine = read(pid, proc, "cmdline");
        if (commandLine instanceof Reading.Unreadable refused) {
            unreadable.add(refused);
            return Optional.empty();
        }
        if (!(commandLine instanceof Reading.Text line)) {
            return Optional.empty();
        }
        ProcessStatus status =
                ProcessStatus.parse(read(pid, proc, "status") instanceof Reading.Text text ? text.content() : "");
        if (line.content().isEmpty() && !status.hasMemory()) {
            return Optional.empty();
        }
        int uid = status.uid().orElseGet(() -> owner(proc.resolve(Integer.toString(pid))));
        String command = status.name().orElseGet(() -> command(pid, proc));
        return Optional.of(new HostProcess(
                pid, uid, users.name(uid), command, arguments(line.content()), workingDirectory(pid, proc)));
    }

    private Reading read(int pid, Path proc, String name) {
        return files.readProc(proc.resolve(Integer.toString(pid)).resolve(name), path(pid, name));
    }

    private String command(int pid, Path proc) {
        return read(pid, proc, "comm") instanceof Reading.Text text
                ? text.content().strip()
                : "";
    }

    private static Optional<String> workingDirectory(int pid, Path proc) {
        try {
            String target = Files.readSymbolicLink(
                            proc.resolve(Integer.toString(pid)).resolve("cwd"))
                    .toString();
            return target.startsWith("/") && !target.endsWith(DELETED) ? Optional.of(target) : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static int owner(Path directory) {
        try {
            return FileStatus.of(directory).uid();
        } catch (IOException e) {
            return 0;
        }
    }

    private static List<String> arguments(String commandLine) {
        List<String> arguments = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(commandLine, "\0");
        while (tokens.hasMoreTokens()) {
            arguments.add(tokens.nextToken());
        }
        return arguments;
    }

    private static int pid(String name) {
        if (name.isEmpty() || name.length() > 9) {
            return 0;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return 0;
            }
        }
        return Integer.parseInt(name);
    }
}

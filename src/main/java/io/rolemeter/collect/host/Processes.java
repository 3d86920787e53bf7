package io.rolemeter.collect.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The programs that run, from {@code /proc}; kernel threads and processes that ended are passed over. */
public final class Processes {
    private static final String PROC = "/proc";
    private static final String DELETED = " (deleted)";
    private static final int MAX_DIGITS = 9;

    private final HostFiles files;
    private final Users users;
    private final ProcessMemory memory = new ProcessMemory();
    private Optional<Proc> known = Optional.empty();
    private Optional<Long> bootTime = Optional.empty();

    /** Where the processes are, looked for once. */
    private record Proc(Path path, Optional<KernelFiles> ofKernel) {}

    Processes(HostFiles files, Users users) {
        this.files = files;
        this.users = users;
    }

    /**
     * Hands over every process, by rising number, one at a time: command lines may be megabytes. They are those that are there now, or
     * were when this was asked {@link ProcessMemory a moment ago}.
     *
     * @return what could not be read, so that there may be more processes
     */
    public List<Reading.Unreadable> each(Consumer<HostProcess> consumer) {
        return memory.each(consumer, this::find);
    }

    private List<Reading.Unreadable> find(Consumer<HostProcess> consumer) {
        List<Reading.Unreadable> unreadable = new ArrayList<>();
        Listing listing = files.names(PROC);
        if (listing instanceof Listing.Unreadable failed) {
            unreadable.add(new Reading.Unreadable(failed.path(), failed.reason()));
        }
        Optional<Proc> proc = proc();
        if (listing instanceof Listing.Entries found && proc.isPresent()) {
            if (found.lack().isPresent()) {
                unreadable.add(new Reading.Unreadable(PROC, "too many processes"));
            }
            hidden(found.entries()).ifPresent(unreadable::add);
            found.entries().stream()
                    .mapToInt(entry -> pid(entry.name()))
                    .filter(pid -> pid > 0)
                    .sorted()
                    .forEach(pid -> read(pid, proc.get(), unreadable).ifPresent(consumer));
        }
        return unreadable;
    }

    /** The environment as {@code /proc} shows it: {@link Reading.Text} with the variables separated by NUL. */
    public Reading environment(HostProcess process) {
        return read(process, "environ");
    }

    /** The lines of {@code cgroup}; empty when they cannot be read. */
    public String controlGroup(HostProcess process) {
        return read(process, "cgroup") instanceof Reading.Text text
                ? text.content().strip()
                : "";
    }

    /** What else {@code /proc} tells of a process; what cannot be read is empty. */
    public ProcessDetails details(HostProcess process) {
        if (proc().isEmpty()) {
            return ProcessDetails.UNKNOWN;
        }
        Proc proc = proc().get();
        bootTime = bootTime.or(() ->
                ProcessDetails.bootTime(text(files.proc().read(proc.path().resolve("stat"), PROC + "/stat"))));
        return new ProcessDetails(
                link(process.pid(), proc, "exe"),
                controlGroup(process),
                ProcessDetails.started(text(read(process.pid(), proc, "stat"))),
                bootTime);
    }

    /** The number of the process that asks, as this {@code /proc} counts; empty beneath another host's. */
    public Optional<Integer> own() {
        if (proc().isEmpty()) {
            return Optional.empty();
        }
        try {
            String target =
                    Files.readSymbolicLink(proc().get().path().resolve("self")).toString();
            return Optional.of(pid(target)).filter(number -> number > 0);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The host's path of one of a process's files. */
    public static String path(int pid, String name) {
        return PROC + "/" + pid + "/" + name;
    }

    /** A process's folder in the kernel's own {@code /proc}; empty beneath another host's, where links would lead out of it. */
    Optional<Path> folder(int pid) {
        return proc().filter(proc -> proc.ofKernel().isPresent())
                .map(proc -> proc.path().resolve(Integer.toString(pid)));
    }

    /**
     * Whether the kernel shows only the processes of the own user, by the mount option {@code hidepid=2}. With {@code hidepid=1} it
     * lists the others, and each refuses to be read.
     */
    private Optional<Reading.Unreadable> hidden(List<Listing.Entry> entries) {
        boolean everybody = entries.stream().anyMatch(entry -> entry.name().equals("1"));
        if (everybody || !(files.read(PROC + "/self/mounts") instanceof Reading.Text mounts)) {
            return Optional.empty();
        }
        boolean hides = mounts.content()
                .lines()
                .anyMatch(line -> line.contains(" " + PROC + " proc ") && line.contains("hidepid="));
        return hides
                ? Optional.of(new Reading.Unreadable(PROC, "processes of other users are hidden (hidepid)"))
                : Optional.empty();
    }

    private Optional<HostProcess> read(int pid, Proc proc, List<Reading.Unreadable> unreadable) {
        Reading commandLine = read(pid, proc, "cmdline");
        if (commandLine instanceof Reading.Unreadable refused) {
            unreadable.add(refused);
            return Optional.empty();
        }
        if (!(commandLine instanceof Reading.Text line)) {
            return Optional.empty();
        }
        Reading told = read(pid, proc, "status");
        ProcessStatus status = ProcessStatus.parse(text(told));
        if (line.content().isEmpty() && !status.hasMemory()) {
            if (told instanceof Reading.Unreadable refused) {
                unreadable.add(refused);
            }
            return Optional.empty();
        }
        Optional<Integer> uid = status.uid().or(() -> owner(proc.path().resolve(Integer.toString(pid))));
        return uid.map(user -> new HostProcess(
                pid,
                user,
                users.name(user),
                status.name().orElseGet(() -> text(read(pid, proc, "comm")).strip()),
                HostProcess.arguments(line.content()),
                link(pid, proc, "cwd")));
    }

    private Optional<Proc> proc() {
        if (known.isEmpty() && files.resolve(PROC) instanceof Resolution.Found found) {
            known = Optional.of(new Proc(found.path(), files.proc().ofKernel(found.path())));
        }
        return known;
    }

    private Reading read(HostProcess process, String name) {
        Optional<Proc> proc = proc();
        return proc.isPresent()
                ? read(process.pid(), proc.get(), name)
                : new Reading.Missing(path(process.pid(), name));
    }

    private Reading read(int pid, Proc proc, String name) {
        String path = path(pid, name);
        Optional<String> content =
                proc.ofKernel().isPresent() ? proc.ofKernel().get().read(pid, name) : Optional.empty();
        return content.isPresent()
                ? new Reading.Text(path, path, content.get(), "", "")
                : files.proc().read(proc.path().resolve(Integer.toString(pid)).resolve(name), path);
    }

    private static String text(Reading reading) {
        return reading instanceof Reading.Text text ? text.content() : "";
    }

    private static Optional<String> link(int pid, Proc proc, String name) {
        try {
            Path link = proc.path().resolve(Integer.toString(pid)).resolve(name);
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/") && !target.endsWith(DELETED) ? Optional.of(target) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> owner(Path directory) {
        try {
            return Optional.of(FileStatus.of(directory).uid());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int pid(String name) {
        boolean digits = name.length() <= MAX_DIGITS && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && !name.isEmpty() ? Integer.parseInt(name) : 0;
    }
}

package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.Containers;
import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.Pm2Json;
import io.rolemeter.collect.host.ProcessDetails;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.model.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which logs there are to watch: the error logs of what PM2 runs, by the variables that it gives to its programs, and of what it
 * would start, by its dumps; and what the configuration names.
 */
final class LogSources {
    static final int MAX_LOGS = 200;

    private static final String SYSTEM_HOME = "/etc/.pm2";
    private static final int MAX_DEPTH = 8;
    private static final int MAX_FOLDERS = 2000;

    private final Host host;
    private final Map<String, LogSource> found = new LinkedHashMap<>();
    private final Set<String> pm2Homes = new LinkedHashSet<>();
    private final Look look;
    private int folders;
    private boolean tooMany;

    private LogSources(Host host, Look look) {
        this.host = host;
        this.look = look;
    }

    /**
     * Looks for logs.
     *
     * @param configured absolute paths and globs
     * @param look is told what could not be looked at
     */
    static Collection<LogSource> of(Host host, List<String> configured, Look look) {
        LogSources sources = new LogSources(host, look);
        host.processes().each(sources::process);
        host.users().homes().forEach(home -> sources.pm2Homes.add(HostFiles.join(home, ".pm2")));
        sources.pm2Homes.add(SYSTEM_HOME);
        sources.pm2Homes.forEach(sources::dump);
        configured.forEach(sources::configured);
        if (sources.tooMany) {
            look.unread("logs", "there are more than " + MAX_LOGS);
        }
        return sources.found.values();
    }

    private void process(HostProcess process) {
        if (!(host.processes().environment(process) instanceof Reading.Text text)) {
            return;
        }
        Environment environment = new Environment(text.content());
        Optional<Pm2Application> application = Pm2Application.of(environment);
        if (application.isEmpty()) {
            return;
        }
        ProcessDetails details = host.processes().details(process);
        Optional<String> container = Containers.idOf(details);
        if (container.isEmpty()) {
            environment.get("PM2_HOME").filter(home -> home.startsWith("/")).ifPresent(pm2Homes::add);
        }
        Optional<String> log = application.get().errorLog();
        Optional<HostFiles> files = Containers.filesOf(process, details, host);
        if (log.isPresent() && files.isPresent()) {
            String name = container.map(id -> "container:" + id).orElse("") + log.get();
            add(new LogSource(
                    name, log.get(), Optional.of(workload(application.get())), details.startedAt(), files.get()));
        }
    }

    private void dump(String home) {
        Reading dump = host.files().read(HostFiles.join(home, "dump.pm2"));
        if (dump instanceof Reading.Unreadable refused) {
            look.unread(refused.path(), refused.reason());
        }
        if (dump instanceof Reading.Text text) {
            for (Pm2Application application : Pm2Json.applications(text.content())) {
                application.errorLog().ifPresent(log -> file(log, Optional.of(workload(application))));
            }
        }
    }

    private void configured(String path) {
        if (!PathPatterns.isGlob(path) || host.files().realPath(path).isPresent()) {
            file(path, Optional.empty());
            return;
        }
        List<String> matches = new ArrayList<>();
        String folder = PathPatterns.folder(path);
        long levels =
                path.substring(folder.length()).chars().filter(c -> c == '/').count();
        walk(folder, path.contains("**") ? MAX_DEPTH : (int) levels, new PathPatterns(List.of(path)), matches);
        matches.stream()
                .filter(match -> !match.endsWith(".gz")
                        && matches.stream()
                                .noneMatch(log -> RotatedNames.of(log).matches(match)))
                .forEach(match -> file(match, Optional.empty()));
    }

    private void walk(String folder, int depth, PathPatterns glob, List<String> matches) {
        folders++;
        Listing listing = host.files().list(folder);
        if (listing instanceof Listing.Unreadable refused) {
            look.unread(folder, refused.reason());
        }
        if (!(listing instanceof Listing.Entries entries)) {
            return;
        }
        for (Listing.Entry entry : entries.entries()) {
            String path = HostFiles.join(folder, entry.name());
            if (!entry.directory() && glob.matches(path)) {
                matches.add(path);
            } else if (entry.directory() && folders >= MAX_FOLDERS) {
                look.unread(path, "too many folders to search");
                return;
            } else if (entry.directory() && depth > 0) {
                walk(path, depth - 1, glob, matches);
            }
        }
    }

    private void file(String path, Optional<String> workload) {
        add(new LogSource(path, path, workload, Optional.<Instant>empty(), host.files()));
    }

    private void add(LogSource source) {
        LogSource known = found.get(source.name());
        if (known == null && found.size() == MAX_LOGS) {
            tooMany = true;
        } else {
            found.put(source.name(), known == null ? source : known.and(source));
        }
    }

    private static String workload(Pm2Application application) {
        return SafeText.of(application.program());
    }
}

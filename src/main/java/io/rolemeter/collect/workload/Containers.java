package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.ProcessDetails;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which container a process is in, by its control group, and that container's files. */
final class Containers {
    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int SHOWN = 12;

    private Containers() {}

    /** The first twelve digits of its id. */
    static Optional<String> idOf(ProcessDetails details) {
        Matcher matcher = ID.matcher(details.controlGroup());
        return matcher.find() ? Optional.of(matcher.group().substring(0, SHOWN)) : Optional.empty();
    }

    /** The files that the process sees; empty when they cannot be entered from here. */
    static Optional<HostFiles> filesOf(HostProcess process, ProcessDetails details, Host host) {
        return idOf(details).isEmpty() ? Optional.of(host.files()) : host.filesOf(process);
    }
}

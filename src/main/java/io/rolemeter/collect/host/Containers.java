package io.rolemeter.collect.host;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which container a process is in, by its control group, and that container's files. */
public final class Containers {
    private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int SHOWN = 12;

    private Containers() {}

    /** The first twelve digits of its id. */
    public static Optional<String> idOf(ProcessDetails details) {
        Matcher matcher = ID.matcher(details.controlGroup());
        return matcher.find() ? Optional.of(matcher.group().substring(0, SHOWN)) : Optional.empty();
    }

    /** The files that the process sees; empty when they cannot be entered from here. */
    public static Optional<HostFiles> filesOf(HostProcess process, ProcessDetails details, Host host) {
        return idOf(details).isEmpty() ? Optional.of(host.files()) : host.filesOf(process);
    }
}

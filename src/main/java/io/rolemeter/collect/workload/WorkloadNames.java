package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.Containers;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.ProcessDetails;
import java.util.Optional;

/** What a process is called together with others of its kind. */
final class WorkloadNames {
    private static final String SERVICE = ".service";

    private WorkloadNames() {}

    /** {@code pm2:api}, {@code container:0123456789ab}, {@code unit:nginx.service}, else {@code user/program}. */
    static String of(
            HostProcess process, ProcessDetails details, Optional<Pm2Application> application, CommandLine command) {
        return application
                .map(Pm2Application::program)
                .or(() -> Containers.idOf(details).map(id -> "container:" + id))
                .or(() -> unit(details).map(unit -> "unit:" + unit))
                .orElseGet(() -> process.user() + "/" + command.program());
    }

    /** The innermost service, but not the one in which systemd keeps all that a user started. */
    private static Optional<String> unit(ProcessDetails details) {
        for (String line : details.controlGroup().lines().toList()) {
            String[] parts = line.substring(line.lastIndexOf(':') + 1).split("/", -1);
            for (int i = parts.length - 1; i >= 0; i--) {
                if (parts[i].endsWith(SERVICE) && !parts[i].startsWith("user@")) {
                    return Optional.of(parts[i]);
                }
            }
        }
        return Optional.empty();
    }
}

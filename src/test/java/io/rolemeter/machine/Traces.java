package io.rolemeter.machine;

import java.io.IOException;
import java.util.List;

/** What a package could leave behind: files anywhere but in the logs and the package managers' own data, users, and units. */
final class Traces {
    private Traces() {}

    static List<String> of(Machine machine) throws IOException {
        return machine.sh("""
                find / -xdev \\( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /root -o -path /var/log \\
                    -o -path /var/tmp -o -path /var/lib/dpkg -o -path /var/lib/rpm -o -path /root -o -path /var/cache/ldconfig \\
                    -o -path /var/lib/systemd/random-seed -o -path /var/lib/systemd/timers \\) -prune -o -print | sort
                find /run -name '*rolemeter*' -not -path '/run/systemd/system/*' | sort
                cut -d: -f1 /etc/passwd /etc/group | sort
                systemctl list-unit-files --no-legend --no-pager | cut -d' ' -f1 | grep rolemeter || true""").lines().toList();
    }
}

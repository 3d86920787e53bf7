package io.rolemeter.machine;

import java.io.IOException;

/** Runs a script as a unit of the package would: a copy of the unit, with another program and no directories of its own. */
final class Inside {
    private Inside() {}

    /** What the script prints; it is Python. */
    static String of(Machine machine, String unit, String script) throws IOException {
        return machine.sh("""
                cat > /usr/local/bin/attempt <<'PYTHON'
                #!/usr/bin/python3
                %s
                PYTHON
                chmod 755 /usr/local/bin/attempt
                mkdir -p /run/systemd/system/attempt.service.d
                cp "$(systemctl show --property FragmentPath --value %s)" /run/systemd/system/attempt.service
                cat > /run/systemd/system/attempt.service.d/other.conf <<'UNIT'
                [Service]
                Type=oneshot
                ExecStartPre=
                ExecStart=
                ExecStart=/usr/local/bin/attempt
                Restart=no
                WatchdogSec=0
                RuntimeDirectory=
                StateDirectory=
                StandardOutput=truncate:/root/attempt
                StandardError=inherit
                UNIT
                systemctl daemon-reload
                systemctl start attempt || cat /root/attempt
                cat /root/attempt
                rm -r /run/systemd/system/attempt.service* /root/attempt /usr/local/bin/attempt
                systemctl daemon-reload""".formatted(script, unit));
    }
}

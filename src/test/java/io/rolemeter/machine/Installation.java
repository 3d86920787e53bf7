package io.rolemeter.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A machine with a package's file, in a simulated AWS.
 *
 * @param before what was on the machine before the package was installed
 */
record Installation(PackageFormat format, Machine machine, SimulatedCloud cloud, List<String> before)
        implements AutoCloseable {
    static final String CONFIGURATION = "/etc/rolemeter/rolemeter.yml";

    /** Nothing is installed yet. The scanner will run every few seconds, since once a minute would take minutes here. */
    static Installation prepare(PackageFormat format) throws IOException {
        Path file = format.built();
        Machine machine = Machine.boot("sv-" + format.name().toLowerCase(Locale.ROOT));
        try {
            machine.push(file, format.file());
            // What users leave behind who come and go, and a directory that all distributions of rpms have.
            machine.sh("useradd first; userdel first; mkdir -p /usr/share/licenses");
            machine.sh("""
                    mkdir -p /run/systemd/system/rolemeter-scan.timer.d
                    printf '[Timer]\\nOnUnitActiveSec=\\nOnActiveSec=0s\\nOnUnitActiveSec=8s\\n' \\
                        > /run/systemd/system/rolemeter-scan.timer.d/often.conf
                    systemctl daemon-reload""");
            return new Installation(format, machine, SimulatedCloud.start(machine), Traces.of(machine));
        } catch (IOException | RuntimeException | AssertionError e) {
            machine.close();
            throw e;
        }
    }

    /** Edits the configuration file. */
    void configure(String text) throws IOException {
        Path file = Files.createTempFile("rolemeter", ".yml");
        try {
            machine.push(Files.writeString(file, text), CONFIGURATION);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        machine.close();
    }
}

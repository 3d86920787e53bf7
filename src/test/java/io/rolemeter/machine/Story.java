package io.rolemeter.machine;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a package on a machine, from its installation to its removal: each test goes on where the one before it has ended. */
@Tag("packages")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class Story {
    private final PackageFormat format;
    Installation installed;
    Machine machine;
    Daemon daemon;

    /** The agent's, for the simulated AWS around the machine. */
    String configuration;

    Story(PackageFormat format) {
        this.format = format;
    }

    @BeforeAll
    void boot() throws IOException {
        installed = Installation.prepare(format);
        machine = installed.machine();
        daemon = new Daemon(machine);
        configuration = installed.cloud().configuration();
    }

    @AfterAll
    void powerOff() throws IOException {
        if (installed != null) {
            installed.close();
        }
    }
}

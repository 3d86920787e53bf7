package io.rolemeter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the two services see, may and say, between an installation and what comes after. */
abstract class WatchingStory extends Story {
    WatchingStory(PackageFormat format) {
        super(format);
    }

    @Test
    @Order(3)
    void aKeyOfAnotherUserIsSeenAsSoonAsItsFileChanges() throws IOException {
        ScrapingPrometheus.start(machine);
        machine.sh("systemctl stop rolemeter-scan.timer");
        Keys.forget(machine);

        daemon.awaitMetric("rolemeter_static_keys{place=\"process_environment\",exposure=\"live\",} 1.0");
        assertThat(daemon.metrics()).contains("rolemeter_static_keys{place=\"shared_credentials_file\"");
        machine.sh("systemctl start rolemeter-scan.timer");
    }

    @Test
    @Order(4)
    void theDaemonHasNoCapabilityAndCannotReadWhatOthersKeep() throws IOException {
        String none = Privileges.capabilities(Privileges.NONE);
        assertThat(machine.sh(Privileges.capabilitiesOf(daemon.pid()))).isEqualTo(none);
        assertThat(Inside.of(machine, "rolemeter", Privileges.OWN)).isEqualTo(none);
        assertThat(Inside.of(machine, "rolemeter", Privileges.reading(victim())))
                .isEqualTo("FileNotFoundError\nPermissionError");
        assertThat(Inside.of(machine, "rolemeter", Privileges.WRITES)).isEqualTo(Privileges.NO_WRITES);
    }

    @Test
    @Order(5)
    void theScannerReadsThemAndCanTellNobody() throws IOException {
        assertThat(Inside.of(machine, "rolemeter-scan", Privileges.OWN))
                .isEqualTo(Privileges.capabilities(Privileges.READ_ALL));
        assertThat(Inside.of(machine, "rolemeter-scan", Privileges.reading(victim())))
                .isEqualTo("read\nread");
        assertThat(Inside.of(machine, "rolemeter-scan", Privileges.SOCKETS)).isEqualTo("""
                        AF_INET refused
                        AF_INET6 refused
                        AF_NETLINK refused
                        AF_PACKET refused
                        AF_VSOCK refused
                        AF_UNIX opened
                        interfaces: lo""");
        assertThat(Inside.of(machine, "rolemeter-scan", Privileges.WRITES)).isEqualTo(Privileges.NO_WRITES);
        assertThat(Keys.leaked(machine.sh("cat /run/rolemeter-scan/facts.jsonl")))
                .isFalse();
    }

    @Test
    @Order(6)
    void theUnitsAreNoMoreExposedThanIsSaid() throws IOException {
        assertThat(machine.sh("""
                for unit in rolemeter rolemeter-scan; do
                    systemd-analyze security --no-pager $unit | sed -n 's/^. Overall exposure level for //p'
                done""")).matches("rolemeter.service: 1.[0-3] OK .*\nrolemeter-scan.service: 1.[0-5] OK .*");
    }

    @Test
    @Order(7)
    void theJournalHasALineWhenAFindingAppearsAndNoneACycle() throws IOException {
        List<Journal> first = Journal.of(machine, "rolemeter.service");
        assertThat(first)
                .filteredOn(line -> line.says("appeared: static_key_live"))
                .isNotEmpty()
                .allMatch(line -> line.priority() == 3)
                .doesNotHaveDuplicates();

        daemon.awaitScans(3);
        assertThat(Journal.of(machine, "rolemeter.service")).isEqualTo(first);
        assertThat(Journal.about(machine, "rolemeter-scan.service")).isEmpty();
        assertThat(Keys.leaked(machine.sh("journalctl --unit=rolemeter --unit=rolemeter-scan")))
                .isFalse();
    }

    @Test
    @Order(9)
    void prometheusPagesAboutTheKey() throws IOException {
        ScrapingPrometheus.awaitFiring(machine, "RolemeterStaticKeyLive", Duration.ofMinutes(4));
    }

    @Test
    @Order(10)
    void aKeyThatIsGoneIsALineOfInformation() throws IOException {
        Keys.remove(machine);

        machine.await(
                "journalctl _SYSTEMD_UNIT=rolemeter.service PRIORITY=6 | grep 'cleared: static_key_live'",
                Daemon.LIMIT);
    }

    private String victim() throws IOException {
        return machine.sh("systemctl show --property MainPID --value app");
    }
}

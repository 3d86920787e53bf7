package io.rolemeter.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is typed in the machine to install, upgrade and remove a package, whose file is {@link #file}. */
enum PackageFormat {
    /** Upgraded to one of a higher version, whose configuration file has changed too. */
    DEB("deb", "dpkg -i /root/rolemeter.deb", """
            cd /root
            dpkg-deb -R rolemeter.deb next
            sed -i 's/^Version: .*/Version: 999/' next/DEBIAN/control
            echo '# newer' >> next/etc/rolemeter/rolemeter.yml
            dpkg-deb -Znone -b next next.deb
            rm -r next
            dpkg -i --force-confdef --force-confold next.deb
            test "$(dpkg-query -W -f '${Version}' rolemeter)" = 999""", "dpkg --purge rolemeter"),
    /**
     * Debian's rpm knows of no package that Debian has installed. Upgraded to itself, which runs the same scripts. As usual for an
     * rpm, users and state stay, and a configuration file that was edited.
     */
    RPM("rpm", "rpm -U --nodeps /root/rolemeter.rpm", "rpm -U --nodeps --force /root/rolemeter.rpm", """
            rpm -e rolemeter
            test -s /etc/rolemeter/rolemeter.yml.rpmsave
            test -d /var/lib/rolemeter
            rm -r /etc/rolemeter /var/lib/rolemeter /var/lib/rolemeter-scan /run/rolemeter-scan
            userdel rolemeter-scan
            userdel rolemeter""");

    private final String suffix;
    private final String install;
    private final String upgrade;
    private final String remove;

    PackageFormat(String suffix, String install, String upgrade, String remove) {
        this.suffix = suffix;
        this.install = "set -e; " + install;
        this.upgrade = "set -e; " + upgrade;
        this.remove = "set -e; " + remove;
    }

    /** The one that the build has made. */
    Path built() throws IOException {
        Path folder = Path.of(System.getProperty("packages.folder", "target"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith("." + suffix)).toList();
            assertThat(found)
                    .as("packages of `mvn -Ppackages package` in " + folder)
                    .hasSize(1);
            return found.get(0);
        }
    }

    /** Where it is in the machine. */
    String file() {
        return "/root/rolemeter." + suffix;
    }

    String install() {
        return install;
    }

    String upgrade() {
        return upgrade;
    }

    String remove() {
        return remove;
    }
}

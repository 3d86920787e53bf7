package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.Pm2Json;
import io.rolemeter.collect.host.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where PM2 keeps its files and what it runs.
 *
 * @param homes every folder that could be one of PM2's, existing or not
 * @param applications those that run, then those that PM2 would start at boot
 */
public record Pm2(Set<String> homes, List<Pm2Application> applications) {
    private static final String SYSTEM_HOME = "/etc/.pm2";

    static Pm2 of(Host host, Programs programs, Set<String> userHomes, Units units) {
        Set<String> homes = new LinkedHashSet<>();
        List<Pm2Application> applications = new ArrayList<>();
        for (Program program : programs.programs()) {
            program.pm2().home().filter(home -> home.startsWith("/")).ifPresent(homes::add);
            program.pm2().application().ifPresent(applications::add);
        }
        userHomes.forEach(home -> homes.add(HostFiles.join(home, ".pm2")));
        homes.addAll(units.pm2Homes());
        homes.add(SYSTEM_HOME);
        for (String home : homes) {
            if (host.files().read(HostFiles.join(home, "dump.pm2")) instanceof Reading.Text dump) {
                applications.addAll(Pm2Json.applications(dump.content()));
            }
        }
        return new Pm2(homes, applications);
    }

    /** The program that PM2 gives the variables on this line of its dump to; empty where the dump does not tell. */
    public static Optional<String> programAt(String dump, int line) {
        return Pm2Json.applicationAt(dump, line).map(Pm2Application::program);
    }

    /** Every folder that an application works in or has its script in. */
    public Set<String> directories() {
        Set<String> directories = new LinkedHashSet<>();
        applications.forEach(application -> directories.addAll(application.directories()));
        return directories;
    }
}

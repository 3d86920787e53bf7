package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.PathPatterns;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;

/**
 * One of the two files of profiles as units of systemd name it to services that may not run yet: who starts at boot takes its keys
 * from it.
 *
 * @param variable that names the file
 */
record UnitProfiles(ProfileFiles files, String variable) {
    void look(Survey survey, Ledger ledger) {
        survey.units().profileFiles(variable).forEach((path, inUse) -> {
            if (!path.startsWith("/") || PathPatterns.isGlob(path)) {
                ledger.unreadable(path, "what " + variable + " in a unit stands for cannot be told");
                return;
            }
            survey.read(path, ledger).ifPresent(file -> files.look(file, inUse, ledger));
        });
    }
}

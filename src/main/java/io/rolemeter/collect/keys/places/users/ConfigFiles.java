package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.ProfileChoice;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Place;

/** {@code .aws/config} of every user and of every home that a program runs with, and what {@code AWS_CONFIG_FILE} or its property of Java
 * names. */
public final class ConfigFiles implements HidingPlace {
    private static final String PREFIX = "profile ";

    private final ProfileFiles files = new ProfileFiles("config", ProfileChoice::configFile, ConfigFiles::profile);

    @Override
    public Place place() {
        return Place.CONFIG_FILE;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        files.look(survey, ledger);
        new ContainerProfiles(files).look(survey, ledger);
        new UnitProfiles(files, "AWS_CONFIG_FILE").look(survey, ledger);
    }

    /** The profile that a section is, by the text between its brackets. */
    static String profile(String section) {
        if (!section.startsWith(PREFIX)) {
            return section;
        }
        String name = section.substring(PREFIX.length()).strip();
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}

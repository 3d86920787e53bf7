package io.rolemeter.collect.keys.places.system;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Set;

/** The tables of the system and of users, and the scripts in cron's own folders. Live: cron runs them. */
public final class CronTables implements HidingPlace {
    private static final Set<String> TABLES = Set.of("crontab", "anacrontab");
    private static final List<String> FOLDERS = List.of(
            "/etc/cron.d",
            "/etc/cron.hourly",
            "/etc/cron.daily",
            "/etc/cron.weekly",
            "/etc/cron.monthly",
            "/var/spool/cron",
            "/var/spool/cron/crontabs",
            "/var/spool/cron/tabs");

    @Override
    public Place place() {
        return Place.CRON;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.folder("/etc", TABLES::contains, Exposure.LIVE);
        FOLDERS.forEach(folder -> reader.folder(folder, name -> true, Exposure.LIVE));
    }
}

package io.rolemeter.collect.keys.places.system;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Set;

/** The tables of the system and of users, and the scripts in cron's own folders. Live: cron runs them. */
public final class CronTables implements HidingPlace {
    private static final Set<String> TABLES = Set.of("crontab", "anacrontab");
    private static final List<String> FOLDERS_OF_TABLES =
            List.of("/etc/cron.d", "/var/spool/cron", "/var/spool/cron/crontabs", "/var/spool/cron/tabs");
    private static final List<String> FOLDERS_OF_SCRIPTS =
            List.of("/etc/cron.hourly", "/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly");

    @Override
    public Place place() {
        return Place.CRON;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.folder("/etc", TABLES::contains, TextFormat.UNIT, Exposure.LIVE);
        FOLDERS_OF_TABLES.forEach(folder -> reader.folder(folder, name -> true, TextFormat.UNIT, Exposure.LIVE));
        FOLDERS_OF_SCRIPTS.forEach(folder -> reader.folder(folder, name -> true, TextFormat.SCRIPT, Exposure.LIVE));
    }
}

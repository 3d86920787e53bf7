package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;

/** What users have typed: {@code .*_history} of shells, databases and interpreters, and what editors remember. All backups. */
public final class ShellHistory implements HidingPlace {
    @Override
    public Place place() {
        return Place.SHELL_HISTORY;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Reader reader = new Reader(survey, ledger);
        for (String home : survey.homes()) {
            reader.folder(home, ShellHistory::isHistory, Exposure.BACKUP);
            reader.folder(HostFiles.join(home, ".local/share/fish"), "fish_history"::equals, Exposure.BACKUP);
            reader.folder(HostFiles.join(home, ".local/state/bash"), "history"::equals, Exposure.BACKUP);
        }
    }

    private static boolean isHistory(String name) {
        return (name.startsWith(".") && (name.endsWith("_history") || name.endsWith("-history")))
                || name.equals(".history")
                || name.equals(".histfile")
                || name.equals(".viminfo");
    }
}

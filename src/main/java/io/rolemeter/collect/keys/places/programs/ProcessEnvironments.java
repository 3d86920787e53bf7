package io.rolemeter.collect.keys.places.programs;

import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Programs;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Place;

/**
 * {@code /proc/PID/environ} of all processes, with the text inside the variables: PM2's {@code pm2_env} holds JSON. It shows what
 * a process was started with, not what it added or deleted since.
 */
public final class ProcessEnvironments implements HidingPlace {
    @Override
    public Place place() {
        return Place.PROCESS_ENVIRONMENT;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Programs programs = survey.programs();
        ledger.examined(programs.examined());
        programs.unlisted().forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
        programs.closed().forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
        for (Program program : programs.everywhere()) {
            if (survey.isExcluded(Processes.path(program.pid(), "environ"))) {
                continue;
            }
            program.keys().environment().forEach(match -> ledger.found(program, "environ", match));
        }
    }
}

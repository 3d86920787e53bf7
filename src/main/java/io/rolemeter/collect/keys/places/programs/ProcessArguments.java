package io.rolemeter.collect.keys.places.programs;

import io.rolemeter.collect.host.Processes;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Place;

/** Command lines, which every user can read: {@code -Daws.accessKeyId=…} with its secret, or any other pair. */
public final class ProcessArguments implements HidingPlace {
    @Override
    public Place place() {
        return Place.PROCESS_ARGUMENTS;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.programs().unlisted().forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
        for (Program program : survey.programs().everywhere()) {
            if (survey.isExcluded(Processes.path(program.pid(), "cmdline"))) {
                continue;
            }
            program.keys().arguments().forEach(match -> ledger.found(program, "cmdline", match));
            ledger.examined(1);
        }
    }
}

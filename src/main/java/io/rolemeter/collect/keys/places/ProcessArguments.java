package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.KeyPattern;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.TextFormat;
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
        for (Program program : survey.programs().programs()) {
            String line = String.join("\0", program.process().arguments());
            KeyPattern.find(line, TextFormat.PROCESS).forEach(match -> ledger.found(program, "cmdline", match));
            ledger.examined(1);
        }
    }
}

package io.rolemeter.collect.keys.places.system;

import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.collect.keys.text.Unpacked;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Optional;

/**
 * The instance's user data as the metadata service has it, without any file. The service is asked until it has answered once: user
 * data changes only while the instance is stopped.
 */
public final class UserDataQuestion implements HidingPlace {
    private static final String QUESTION = "/latest/user-data";
    private static final String SHOWN = "imds:" + QUESTION;

    private final ImdsClient imds;
    private Optional<List<KeyMatch>> answered = Optional.empty();

    public UserDataQuestion(ImdsClient imds) {
        this.imds = imds;
    }

    @Override
    public Place place() {
        return Place.USER_DATA;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        ask(false, ledger);
    }

    /** @param copied whether a copy of the user data was read, so that nothing is missing when the service does not answer */
    void ask(boolean copied, Ledger ledger) {
        if (answered.isEmpty()) {
            ImdsAnswer answer = imds.getBytes(QUESTION);
            if (answer instanceof ImdsAnswer.Found found) {
                Unpacked content = Unpacked.of(UserData.bytes(found.text()));
                UserData.reportRest(SHOWN, content, ledger);
                answered = Optional.of(content.keys(TextFormat.LINES));
            } else if (answer instanceof ImdsAnswer.Failed failed) {
                boolean nothingThere = failed.failure() == ImdsFailure.NOT_FOUND;
                answered = nothingThere ? Optional.of(List.of()) : Optional.empty();
                if (!nothingThere && !copied) {
                    ledger.unreadable(SHOWN, failed.detail());
                }
            }
        }
        answered.ifPresent(keys -> {
            ledger.examined(1);
            UserData.enter(new Reading.Text(SHOWN, SHOWN, "", "", ""), keys, Exposure.AT_REST, ledger);
        });
    }
}

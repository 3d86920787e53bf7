package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.ProfileChoice;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.Place;
import java.util.function.UnaryOperator;

/** {@code .aws/credentials} of every user and of every home that a program runs with, and what {@code AWS_SHARED_CREDENTIALS_FILE} names. */
public final class SharedCredentialsFiles implements HidingPlace {
    private final ProfileFiles files =
            new ProfileFiles("credentials", ProfileChoice::credentialsFile, UnaryOperator.identity());

    @Override
    public Place place() {
        return Place.SHARED_CREDENTIALS_FILE;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        files.look(survey, ledger);
    }
}

package io.rolemeter.collect.keys.places.applications;

import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Place;

/**
 * State (which holds the secrets of {@code aws_iam_access_key} in clear), variables, configuration and the backend's settings in
 * {@code .terraform}. At rest: nothing that runs reads them.
 */
public final class TerraformFiles implements HidingPlace {
    @Override
    public Place place() {
        return Place.TERRAFORM;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        return name.contains(".tfstate")
                || name.endsWith(".tfvars")
                || name.endsWith(".tfvars.json")
                || name.endsWith(".tf")
                || name.endsWith(".tf.json");
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        new Reader(survey, ledger).idleApplications(this::wants);
    }
}

package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.ProfileChoice;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.KeyWriter;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code .aws/credentials} of every user and of every home that a program runs with, with its backups, what {@code
 * AWS_SHARED_CREDENTIALS_FILE} or its property of Java names, the caches of temporary keys beside it, and the SSM agent's own file.
 */
public final class SharedCredentialsFiles implements HidingPlace {
    private final ProfileFiles files =
            new ProfileFiles("credentials", ProfileChoice::credentialsFile, UnaryOperator.identity());

    private static final String OF_SSM_AGENT = "/var/lib/amazon/ssm/credentials";
    private static final List<String> CACHES = List.of(".aws/cli/cache", ".aws/boto/cache", ".aws/login/cache");

    @Override
    public Place place() {
        return Place.SHARED_CREDENTIALS_FILE;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        files.look(survey, ledger);
        new ContainerProfiles(files).look(survey, ledger);
        new UnitProfiles(files, "AWS_SHARED_CREDENTIALS_FILE").look(survey, ledger);
        Reader reader = new Reader(survey, ledger);
        Use idle = Use.of(Exposure.AT_REST);
        reader.file(OF_SSM_AGENT, TextFormat.INI, idle.writtenBy(KeyWriter.SSM_AGENT_OWN));
        for (String home : survey.homes()) {
            for (String cache : CACHES) {
                String folder = HostFiles.join(home, cache);
                for (Listing.Entry entry : survey.list(folder, ledger)) {
                    reader.file(
                            HostFiles.join(folder, entry.name()), TextFormat.JSON, idle.writtenBy(KeyWriter.CLI_CACHE));
                }
            }
        }
    }
}

package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.Set;

/** What each user's own logins and shells begin with. Live: the next program started from one of them holds the key. */
public final class ShellStartup implements HidingPlace {
    private static final Set<String> FILES = Set.of(
            ".profile",
            ".bash_profile",
            ".bash_login",
            ".bashrc",
            ".bash_aliases",
            ".bash_logout",
            ".zshenv",
            ".zprofile",
            ".zshrc",
            ".zlogin",
            ".kshrc",
            ".cshrc",
            ".tcshrc",
            ".login",
            ".pam_environment",
            ".xprofile",
            ".xsessionrc");

    @Override
    public Place place() {
        return Place.SHELL_STARTUP;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Reader reader = new Reader(survey, ledger);
        for (String home : survey.homes()) {
            reader.folder(home, FILES::contains, Exposure.LIVE);
            reader.folder(HostFiles.join(home, ".bashrc.d"), name -> true, Exposure.LIVE);
            reader.folder(HostFiles.join(home, ".ssh"), "environment"::equals, Exposure.LIVE);
            reader.folder(HostFiles.join(home, ".config/environment.d"), name -> true, Exposure.LIVE);
            reader.folder(HostFiles.join(home, ".config/fish"), "config.fish"::equals, Exposure.LIVE);
            reader.folder(HostFiles.join(home, ".config/fish/conf.d"), name -> true, Exposure.LIVE);
        }
    }
}

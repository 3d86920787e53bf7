package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.Set;
import java.util.function.Predicate;

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
            scripts(home, FILES::contains, reader);
            scripts(HostFiles.join(home, ".bashrc.d"), name -> true, reader);
            scripts(HostFiles.join(home, ".ssh"), "environment"::equals, reader);
            scripts(HostFiles.join(home, ".config/fish"), "config.fish"::equals, reader);
            scripts(HostFiles.join(home, ".config/fish/conf.d"), name -> true, reader);
            String ofSystemd = HostFiles.join(home, ".config/environment.d");
            reader.folder(ofSystemd, name -> true, TextFormat.UNIT, Exposure.LIVE);
        }
    }

    private static void scripts(String folder, Predicate<String> wanted, Reader reader) {
        reader.folder(folder, wanted, TextFormat.SCRIPT, Exposure.LIVE);
    }
}

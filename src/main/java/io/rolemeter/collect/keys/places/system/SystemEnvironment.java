package io.rolemeter.collect.keys.places.system;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;

/** What every login and every shell of the host begins with: {@code /etc/environment}, PAM, profiles; always live. */
public final class SystemEnvironment implements HidingPlace {
    private static final List<String> FILES = List.of(
            "/etc/environment",
            "/etc/security/pam_env.conf",
            "/etc/profile",
            "/etc/profile.local",
            "/etc/bash.bashrc",
            "/etc/bashrc",
            "/etc/zshenv",
            "/etc/zprofile",
            "/etc/zshrc",
            "/etc/zsh/zshenv",
            "/etc/zsh/zprofile",
            "/etc/zsh/zshrc",
            "/etc/csh.login",
            "/etc/csh.cshrc");
    private static final List<String> FOLDERS_OF_SYSTEMD =
            List.of("/etc/environment.d", "/usr/lib/environment.d", "/usr/local/lib/environment.d");

    @Override
    public Place place() {
        return Place.SYSTEM_ENVIRONMENT;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        for (String folder : List.of("/etc", "/etc/security", "/etc/zsh")) {
            reader.folder(
                    folder, name -> FILES.contains(HostFiles.join(folder, name)), TextFormat.SCRIPT, Exposure.LIVE);
        }
        reader.folder("/etc/profile.d", name -> true, TextFormat.SCRIPT, Exposure.LIVE);
        FOLDERS_OF_SYSTEMD.forEach(folder -> reader.folder(folder, name -> true, TextFormat.UNIT, Exposure.LIVE));
    }
}

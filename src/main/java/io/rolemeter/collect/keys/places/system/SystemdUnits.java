package io.rolemeter.collect.keys.places.system;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Units and drop-ins of the system and of users, the files that {@code EnvironmentFile=} and {@code LoadCredential=} name, the defaults of systemd itself, and
 * {@code /etc/default} and {@code /etc/sysconfig}. What a unit gives to its service is live when the unit is enabled or runs.
 */
public final class SystemdUnits implements HidingPlace {
    private static final List<String> OWN_SETTINGS = List.of("/etc/systemd/system.conf", "/etc/systemd/user.conf");
    private static final List<String> DEFAULTS = List.of("/etc/default", "/etc/sysconfig");

    @Override
    public Place place() {
        return Place.SYSTEMD;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Reader reader = new Reader(survey, ledger);
        survey.units().unlisted().forEach(refused -> ledger.unreadable(refused.path(), refused.reason()));
        Set<String> started = new LinkedHashSet<>();
        survey.units().files().forEach((path, unit) -> {
            Use use =
                    Use.of(unit.starts() ? Exposure.LIVE : Exposure.AT_REST).noting(Optional.of("unit " + unit.unit()));
            reader.file(path, TextFormat.UNIT, use);
            FilesOfUnit named = new FilesOfUnit(path, unit, survey, ledger);
            for (String environmentFile : named.environmentFiles()) {
                reader.file(environmentFile, TextFormat.UNIT, use);
                started.add(environmentFile);
            }
            named.credentials().forEach(file -> reader.file(file, TextFormat.ofFile(file), use));
        });
        for (String settings : OWN_SETTINGS) {
            reader.file(settings, TextFormat.UNIT, Use.of(Exposure.LIVE));
            reader.folder(settings + ".d", name -> name.endsWith(".conf"), TextFormat.UNIT, Exposure.LIVE);
        }
        DEFAULTS.forEach(folder -> reader.folder(
                folder, name -> !started.contains(HostFiles.join(folder, name)), TextFormat.SCRIPT, Exposure.AT_REST));
    }
}

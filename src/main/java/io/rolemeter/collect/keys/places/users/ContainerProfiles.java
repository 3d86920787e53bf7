package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.keys.Container;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One of the two files of profiles as programs in containers have it: in their homes, and where their variables point. */
record ContainerProfiles(ProfileFiles files) {
    void look(Survey survey, Ledger ledger) {
        for (Container container : Container.examined(survey, ledger)) {
            Map<String, Set<String>> paths = new LinkedHashMap<>();
            for (Program program : container.programs()) {
                String home = program.choice().home();
                paths.computeIfAbsent(HostFiles.join(home, ".aws/" + files.name()), path -> new HashSet<>());
                paths.computeIfAbsent(files.chosen().apply(program.choice()), path -> new HashSet<>())
                        .addAll(program.choice().profiles());
            }
            paths.forEach((path, inUse) ->
                    container.read(path, survey, ledger).ifPresent(file -> files.look(file, inUse, ledger)));
        }
    }
}

package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A key that no file gives to an application of PM2 any more, and that PM2 still does: from the process that runs, from its
 * daemon's own environment, or from the dump that it starts from at boot.
 */
public final class Pm2CachedEnvironment implements Rule {
    private static final String APPLICATION = "pm2:";
    private static final String DAEMON = "PM2 v";
    private static final String DUMP = "/dump.pm2";

    /** Where PM2 keeps one key. */
    private enum Memory {
        PROCESS("the environment of the running process"),
        DAEMON("the environment of PM2's daemon"),
        DUMP("dump.pm2, which is started from at boot"),
        BACKUP("dump.pm2.bak"),
        NONE("");

        private final String words;

        Memory(String words) {
            this.words = words;
        }

        static Memory of(FoundKey key) {
            if (key.place() == Place.PROCESS_ENVIRONMENT) {
                boolean daemon = key.program()
                        .filter(name -> name.startsWith(Pm2CachedEnvironment.DAEMON))
                        .isPresent();
                boolean process = key.program()
                        .filter(name -> name.startsWith(APPLICATION))
                        .isPresent();
                return daemon ? DAEMON : process ? PROCESS : NONE;
            }
            String path = key.location().path();
            if (key.place() != Place.PM2 || !path.contains(Pm2CachedEnvironment.DUMP)) {
                return NONE;
            }
            return path.endsWith(Pm2CachedEnvironment.DUMP) ? DUMP : BACKUP;
        }
    }

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Map<String, List<FoundKey>> byKey = new LinkedHashMap<>();
        for (FoundKey key : facts.keys().map(KeysFact::keys).orElse(List.of())) {
            if (key.keyId().kind().isStatic()) {
                byKey.computeIfAbsent(key.keyId().masked(), masked -> new ArrayList<>())
                        .add(key);
            }
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        byKey.values().stream()
                .filter(keys -> keys.stream().noneMatch(Pm2CachedEnvironment::isGivenByAFile))
                .flatMap(keys -> ofKey(keys, now))
                .forEach(finding -> findings.putIfAbsent(finding.subject(), finding));
        return List.copyOf(findings.values());
    }

    /** A file that an application is started with still has it: then nothing is cached, and other findings say so. */
    private static boolean isGivenByAFile(FoundKey key) {
        boolean ecosystem =
                key.place() == Place.PM2 && !key.location().path().contains(DUMP) && key.exposure() == Exposure.AT_REST;
        return ecosystem || (key.place() == Place.DOTENV && key.exposure() == Exposure.LIVE);
    }

    private static Stream<Finding> ofKey(List<FoundKey> keys, Instant now) {
        Set<String> applications = new TreeSet<>();
        keys.stream()
                .filter(key -> Memory.of(key) == Memory.PROCESS || Memory.of(key) == Memory.DUMP)
                .flatMap(key -> key.program().stream())
                .forEach(applications::add);
        boolean daemon = keys.stream().anyMatch(key -> Memory.of(key) == Memory.DAEMON);
        if (applications.isEmpty() && daemon) {
            applications.add("pm2");
        }
        return applications.stream().map(application -> finding(application, keys, daemon, now));
    }

    private static Finding finding(String application, List<FoundKey> keys, boolean daemon, Instant now) {
        Draft draft = Draft.critical(FindingCode.PM2_CACHED_ENVIRONMENT, application)
                .because("PM2 still gives " + keys.get(0).keyId() + " to "
                        + (application.startsWith(APPLICATION) ? application : "whatever it starts"));
        Set<Memory> memories = new TreeSet<>();
        keys.stream()
                .filter(key -> Memory.of(key) != Memory.NONE)
                .filter(key -> key.program().isEmpty()
                        || !key.program().get().startsWith(APPLICATION)
                        || key.program().get().equals(application))
                .forEach(key -> {
                    memories.add(Memory.of(key));
                    draft.because(key.keyId() + " is in " + Memory.of(key).words + ": " + key.location());
                });
        draft.because("no dotenv or ecosystem file of an application gives it any more");
        boolean runs = daemon || memories.contains(Memory.PROCESS);
        if (daemon) {
            draft.remedy(
                    "From a shell without the key: `pm2 kill`, then start the applications again from their files. The"
                            + " daemon's own environment holds the key, and `pm2 delete` leaves it there for every cluster worker.");
        } else if (runs) {
            String name = application.substring(APPLICATION.length());
            draft.remedy(
                    "From a shell without the key: " + Command.of("pm2 delete " + Command.word(name))
                            + ", then start it again from its file. `pm2 restart` and `pm2 reload` keep the key, with --update-env too.");
        }
        draft.remedy("Run `pm2 save` twice: the first replaces dump.pm2, the second its backup. Until then a reboot or"
                + " `pm2 resurrect` brings the key back.");
        if (!runs) {
            draft.remedy(
                    "Where PM2 runs nothing any more, it refuses to save an empty list: then run `pm2 save --force`"
                            + " twice.");
        }
        return draft.at(now);
    }
}

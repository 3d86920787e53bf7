package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Command;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import java.util.List;
import java.util.stream.Stream;

/** How found keys are spoken of. */
final class Keys {
    static final String REMOVE = "Remove the two lines (or variables) of the key from the places above.";
    static final String RESTART_READERS = "Start the programs anew that have read the file.";
    private static final String PM2 = "pm2:";
    private static final int NAMED = 5;

    private Keys() {}

    static boolean liveAndStatic(FoundKey key) {
        return key.exposure() == Exposure.LIVE && key.keyId().kind().isStatic();
    }

    /** The program that holds a key, else the file in which it lies. */
    static String holder(FoundKey key) {
        return key.program().orElse(key.location().path());
    }

    /** How a program is rid of a key that was removed; PM2 keeps the environment of what it restarts. */
    static String restartProgram(String program) {
        if (program.startsWith(PM2)) {
            String application = program.substring(PM2.length());
            return "In a shell without the key: " + Command.of("pm2 delete " + Command.word(application))
                    + ", start it again, `pm2 save`. A restart keeps the old environment, with --update-env too.";
        }
        return "Start " + Command.spoken(program) + " anew from an environment without the key.";
    }

    /** How a program comes to fetch the role's credentials anew; there is no key that PM2 could keep. */
    static String restartForRole(String program) {
        return program.startsWith(PM2)
                ? Command.of("pm2 restart " + Command.word(program.substring(PM2.length())))
                        + ": it fetches fresh credentials when it starts."
                : "Restart " + Command.spoken(program) + ": it fetches fresh credentials when it starts.";
    }

    /** A sentence for each of the first few places, and one for the rest. */
    static List<String> places(List<FoundKey> keys) {
        Stream<String> named = keys.stream().limit(NAMED).map(Keys::place);
        Stream<String> rest =
                keys.size() > NAMED ? Stream.of("and in " + (keys.size() - NAMED) + " more places") : Stream.empty();
        return Stream.concat(named, rest).toList();
    }

    private static String place(FoundKey key) {
        String program = key.program().map(name -> ", held by " + name).orElse("");
        String owner = key.location().owner().map(name -> ", owner " + name).orElse("");
        String mode = key.location().mode().map(digits -> ", mode " + digits).orElse("");
        return key.keyId() + " in " + key.location() + program + owner + mode;
    }
}

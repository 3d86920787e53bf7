package io.rolemeter.collect.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The option that tells Node, and others after it, to read a file of variables. */
public final class EnvFileOption {
    private static final String NAME = "--env-file";
    private static final Set<String> NAMES = Set.of(NAME, NAME + "-if-exists");

    private EnvFileOption() {}

    /** The paths that follow it in the next argument or after an equals sign, as written. */
    public static List<String> values(List<String> arguments) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith(NAME)) {
                continue;
            }
            int equals = argument.indexOf('=');
            if (equals > 0 && NAMES.contains(argument.substring(0, equals))) {
                paths.add(argument.substring(equals + 1));
            } else if (NAMES.contains(argument) && i + 1 < arguments.size()) {
                paths.add(arguments.get(i + 1));
            }
        }
        return paths;
    }
}

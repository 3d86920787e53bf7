package io.rolemeter.collect.keys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unit file of systemd, or a drop-in of one.
 *
 * @param unit such as {@code api.service}
 * @param starts whether the unit starts at boot or runs now
 * @param folders that its program works in or is started from
 * @param environmentFiles as written, without the minus; may hold globs and specifiers such as {@code %i}
 */
public record UnitFile(String unit, boolean starts, Set<String> folders, Set<String> environmentFiles) {
    /** These, when enabled, start the service of the same name. */
    private static final List<String> STARTERS = List.of(".timer", ".socket", ".path");

    private static final String SERVICE = ".service";
    private static final String TEMPLATE = "@.service";
    private static final String BEFORE_A_PATH = "-@:+!";

    static UnitFile parse(String unit, String text, boolean starts) {
        Set<String> folders = new LinkedHashSet<>();
        Set<String> environmentFiles = new LinkedHashSet<>();
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            String trimmed = line.strip();
            int equals = trimmed.indexOf('=');
            String value = trimmed.substring(equals + 1).strip();
            switch (equals < 0 ? "" : trimmed.substring(0, equals).strip()) {
                case "WorkingDirectory" -> path(value).ifPresent(folders::add);
                case "ExecStart" ->
                    folders.addAll(Folders.ofArguments(List.of(unprefixed(value).split("\\s+", -1))));
                case "EnvironmentFile" -> path(value).ifPresent(environmentFiles::add);
                default -> {}
            }
        }
        return new UnitFile(unit, starts, folders, environmentFiles);
    }

    /** @param started names of units that other units want, or that processes run in */
    static boolean isStarted(String unit, Set<String> started) {
        if (started.contains(unit) || unit.equals("service")) {
            return true;
        }
        if (unit.endsWith(TEMPLATE)) {
            String prefix = unit.substring(0, unit.length() - SERVICE.length());
            return started.stream().anyMatch(name -> name.startsWith(prefix) && name.endsWith(SERVICE));
        }
        if (!unit.endsWith(SERVICE)) {
            return false;
        }
        String name = unit.substring(0, unit.length() - SERVICE.length());
        return STARTERS.stream().anyMatch(ending -> started.contains(name + ending));
    }

    private static Optional<String> path(String value) {
        String path = unprefixed(value).replace("\"", "");
        return path.startsWith("/") ? Optional.of(path) : Optional.empty();
    }

    private static String unprefixed(String value) {
        int start = 0;
        while (start < value.length() && BEFORE_A_PATH.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        return value.substring(start);
    }
}

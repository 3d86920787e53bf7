package io.rolemeter.collect.keys;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A unit file of systemd, or a drop-in of one. What it names is as written: it may hold globs and specifiers such as {@code %i}.
 *
 * @param specifiers what those in it stand for
 * @param starts whether the unit starts at boot or runs now
 * @param folders that its program works in or is started from
 * @param environmentFiles without the minus
 * @param credentials files and folders that are handed to its program; those that are encrypted are not among them
 * @param variables the first value of each that says where a program has its keys
 */
public record UnitFile(
        Specifiers specifiers,
        boolean starts,
        Set<String> folders,
        Set<String> environmentFiles,
        Set<String> credentials,
        Map<String, String> variables) {
    /** These, when enabled, start the service of the same name. */
    private static final List<String> STARTERS = List.of(".timer", ".socket", ".path");

    /** Where systemd looks for a credential that a unit names without a path. */
    private static final List<String> CREDENTIAL_STORES =
            List.of("/etc/credstore/", "/run/credstore/", "/usr/lib/credstore/");

    private static final Set<String> READ_VARIABLES =
            Set.of("PM2_HOME", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "AWS_PROFILE", "AWS_DEFAULT_PROFILE");

    private static final String SERVICE = ".service";
    private static final String TEMPLATE = "@.service";
    private static final String BEFORE_A_PATH = "-@:+!";

    static UnitFile parse(Specifiers specifiers, String text, boolean starts) {
        UnitFile file = new UnitFile(
                specifiers,
                starts,
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>());
        for (String line : text.replace("\\\n", " ").lines().toList()) {
            String trimmed = line.strip();
            int equals = trimmed.indexOf('=');
            if (equals > 0) {
                file.setting(
                        trimmed.substring(0, equals).strip(),
                        trimmed.substring(equals + 1).strip());
            }
        }
        return file;
    }

    /** Such as {@code api.service}. */
    public String unit() {
        return specifiers.unit();
    }

    /** All that something written in it means; what cannot be told is an asterisk. */
    public Set<String> expand(String written) {
        return specifiers.expand(written);
    }

    /** What a variable is set to, by the same rules; nothing when it is not set. */
    public Set<String> values(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .map(specifiers::expand)
                .orElse(Set.of());
    }

    private void setting(String name, String value) {
        switch (name) {
            case "WorkingDirectory" -> path(value).ifPresent(folders::add);
            case "ExecStart" ->
                folders.addAll(Folders.ofArguments(List.of(unprefixed(value).split("\\s+", -1))));
            case "EnvironmentFile" -> path(value).ifPresent(environmentFiles::add);
            case "LoadCredential" -> credential(value);
            case "Environment" -> {
                if (READ_VARIABLES.stream().anyMatch(value::contains)) {
                    UnitWords.of(value).forEach(this::variable);
                }
            }
            default -> {}
        }
    }

    private void credential(String value) {
        int colon = value.indexOf(':');
        if (colon >= 0) {
            path(value.substring(colon + 1)).ifPresent(credentials::add);
        } else if (!value.isEmpty() && value.indexOf('/') < 0) {
            CREDENTIAL_STORES.forEach(store -> credentials.add(store + value));
        }
    }

    private void variable(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals > 0 && READ_VARIABLES.contains(assignment.substring(0, equals))) {
            variables.putIfAbsent(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
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
        return path.startsWith("/") || path.startsWith("%") ? Optional.of(path) : Optional.empty();
    }

    private static String unprefixed(String value) {
        int start = 0;
        while (start < value.length() && BEFORE_A_PATH.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        return value.substring(start);
    }
}

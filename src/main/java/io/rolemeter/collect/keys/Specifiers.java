package io.rolemeter.collect.keys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the specifiers in a unit's settings stand for, such as {@code %i}.
 *
 * @param unit the name of the unit, or of the template
 * @param instances those of a template that start
 * @param managers the systemd that runs the unit, or each that would
 */
record Specifiers(String unit, Set<String> instances, Set<Manager> managers) {
    /** Stands for what cannot be told from the files of a host, and for every instance of a template that none is known of. */
    private static final String ANY = "*";

    /**
     * The systemd of the host or of a user.
     *
     * @param home of the user that it runs as
     * @param user empty when nothing tells the name
     */
    record Manager(boolean ofHost, String home, Optional<String> user) {
        static final Manager OF_HOST = new Manager(true, "/root", Optional.of("root"));

        static Manager of(String home, Optional<String> user) {
            return new Manager(false, home, user);
        }
    }

    /** @param started names of units that start at boot or run */
    static Specifiers of(String unit, Set<String> started, Set<Manager> managers) {
        int at = unit.indexOf('@') + 1;
        int dot = unit.lastIndexOf('.');
        Set<String> instances = new LinkedHashSet<>();
        if (at > 0 && dot == at) {
            String ending = unit.substring(dot);
            started.stream()
                    .filter(name -> name.startsWith(unit.substring(0, at)) && name.endsWith(ending))
                    .forEach(name -> instances.add(name.substring(at, name.length() - ending.length())));
        } else if (at > 0 && dot > at) {
            instances.add(unit.substring(at, dot));
        }
        return new Specifiers(unit, instances, managers);
    }

    /** All that a setting means, for each instance and each manager; what cannot be told is an asterisk. */
    Set<String> expand(String written) {
        if (written.indexOf('%') < 0) {
            return Set.of(written);
        }
        Set<String> expanded = new LinkedHashSet<>();
        for (Manager manager : managers) {
            for (String instance : instances.isEmpty() ? List.of(ANY) : instances) {
                expanded.add(expand(written, instance, manager));
            }
        }
        return expanded;
    }

    private String expand(String written, String instance, Manager manager) {
        StringBuilder expanded = new StringBuilder();
        int from = 0;
        int at = written.indexOf('%');
        while (at >= 0 && at + 1 < written.length()) {
            char specifier = written.charAt(at + 1);
            expanded.append(written, from, at)
                    .append(ofUnit(specifier, instance)
                            .or(() -> ofManager(specifier, manager))
                            .or(() -> manager.ofHost()
                                    ? ofHost(specifier, name(instance))
                                    : ofUser(specifier, manager.home()))
                            .orElse(ANY));
            from = at + 2;
            at = written.indexOf('%', from);
        }
        expanded.append(written, from, written.length());
        return expanded.toString();
    }

    private Optional<String> ofUnit(char specifier, String instance) {
        String name = name(instance);
        int dot = name.lastIndexOf('.');
        String bare = dot < 0 ? name : name.substring(0, dot);
        return switch (specifier) {
            case '%' -> Optional.of("%");
            case 'n' -> Optional.of(name);
            case 'N' -> Optional.of(bare);
            case 'p' -> Optional.of(prefix(bare));
            case 'P' -> Optional.of(unescaped(prefix(bare)));
            case 'i' -> Optional.of(instance);
            case 'I' -> Optional.of(unescaped(instance));
            case 'T' -> Optional.of("/tmp");
            case 'V' -> Optional.of("/var/tmp");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofManager(char specifier, Manager manager) {
        return switch (specifier) {
            case 'h' -> Optional.of(manager.home());
            case 'u' -> manager.user();
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofHost(char specifier, String name) {
        return switch (specifier) {
            case 't' -> Optional.of("/run");
            case 'S' -> Optional.of("/var/lib");
            case 'C' -> Optional.of("/var/cache");
            case 'L' -> Optional.of("/var/log");
            case 'E' -> Optional.of("/etc");
            case 'd' -> Optional.of("/run/credentials/" + name);
            case 'U', 'G' -> Optional.of("0");
            case 'g' -> Optional.of("root");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofUser(char specifier, String home) {
        return switch (specifier) {
            case 't' -> Optional.of("/run/user/" + ANY);
            case 'C' -> Optional.of(home + "/.cache");
            case 'E' -> Optional.of(home + "/.config");
            default -> Optional.empty();
        };
    }

    private String name(String instance) {
        int at = unit.indexOf('@') + 1;
        int dot = unit.lastIndexOf('.');
        return at > 0 && dot == at ? unit.substring(0, at) + instance + unit.substring(dot) : unit;
    }

    private static String prefix(String bare) {
        int at = bare.indexOf('@');
        return at < 0 ? bare : bare.substring(0, at);
    }

    /** As {@code systemd-escape} has written it: a dash for each slash, and other bytes in hexadecimal. */
    private static String unescaped(String escaped) {
        return UnitWords.unescaped(escaped.replace('-', '/'));
    }
}

package io.rolemeter.collect.keys.places;

import java.util.List;

/** What the name of a file tells about its use. */
final class FileNames {
    private static final List<String> BACKUPS = List.of(".bak", "~", ".old", ".orig", ".save", ".swp");
    private static final List<String> SAMPLES = List.of(".example", ".sample", ".template", ".dist");

    private FileNames() {}

    /** Whether editors and cautious people end the names of copies like that. */
    static boolean isBackup(String name) {
        return BACKUPS.stream().anyMatch(name::endsWith);
    }

    /** Whether it is meant to be copied and filled in, and read by no program. */
    static boolean isSample(String name) {
        return SAMPLES.stream().anyMatch(name::endsWith);
    }

    /** The name without the ending that marks it as a backup. */
    static String withoutBackup(String name) {
        for (String ending : BACKUPS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}

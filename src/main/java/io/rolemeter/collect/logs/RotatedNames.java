package io.rolemeter.collect.logs;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the predecessors of a log are called: {@code app.log.1}, {@code app.log-20261121.gz} as logrotate names them,
 * {@code app__2026-11-21_00-00-00.log} as pm2-logrotate does. A number after a hyphen is another log: PM2 numbers its instances so.
 */
final class RotatedNames {
    private static final String DATE =
            "\\d{4}-?\\d{2}-?\\d{2}(?:[T_.-]?\\d{2}[-:.]?\\d{2}(?:[-:.]?\\d{2})?)?(?:-\\d{1,12})?";

    private final String folder;
    private final Pattern pattern;

    private RotatedNames(String folder, Pattern pattern) {
        this.folder = folder;
        this.pattern = pattern;
    }

    static RotatedNames of(String log) {
        int slash = log.lastIndexOf('/');
        String name = log.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = name.substring(stem.length());
        String behind = Pattern.quote(name) + "(?:\\.\\d{1,4}|[.-]" + DATE + ")";
        String between = Pattern.quote(stem) + "(?:\\.\\d{1,4}|(?:__|[._-])" + DATE + "(?:[._-]\\d{1,4})?)"
                + Pattern.quote(extension);
        return new RotatedNames(
                log.substring(0, slash + 1), Pattern.compile("(?:" + behind + "|" + between + ")(?:\\.gz)?"));
    }

    /** Whether an absolute path is one of a predecessor. */
    boolean matches(String path) {
        return path.startsWith(folder)
                && pattern.matcher(path.substring(folder.length())).matches();
    }

    /** Those that are there. */
    List<String> in(HostFiles files) {
        return files.list(folder) instanceof Listing.Entries entries
                ? entries.entries().stream()
                        .map(entry -> folder + entry.name())
                        .filter(this::matches)
                        .toList()
                : List.of();
    }
}

package io.rolemeter.collect.keys.places;

import io.rolemeter.collect.keys.text.KeyMatch;
import io.rolemeter.model.Exposure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a file tells about its use. */
public final class FileNames {
    private static final String WORDS =
            "(bak|backup|bkp|old|orig|saved?|copy|disabled|swp|rpmsave|rpmorig" + "|dpkg-old|dpkg-dist|ucf-old)";
    private static final String DATE = "([-._]?[0-9][-._0-9T]*+)?";
    private static final Pattern BACKUP = Pattern.compile("(~|\\." + WORDS + ")" + DATE + "$");

    /** What makes a copy of a known name; unknown names may well end so and be in use, as a job {@code s3-backup} of cron. */
    private static final Pattern ENDING_OF_COPY = Pattern.compile("(~|[-._]" + WORDS + ")" + DATE);

    private static final List<String> SAMPLES = List.of(".example", ".sample", ".template", ".tmpl", ".dist");

    private FileNames() {}

    /** Whether editors, package managers and cautious people end the names of copies like that. */
    public static boolean isBackup(String name) {
        return BACKUP.matcher(name).find();
    }

    /** Whether it is that of a copy of a file or folder of the other name. */
    public static boolean isBackupOf(String original, String name) {
        return name.startsWith(original)
                && ENDING_OF_COPY.matcher(name.substring(original.length())).matches();
    }

    /** Whether it is meant to be copied and filled in, and read by no program. */
    public static boolean isSample(String name) {
        return SAMPLES.stream().anyMatch(name::endsWith);
    }

    /** The name without the ending that marks it as a backup. */
    public static String withoutBackup(String name) {
        Matcher ending = BACKUP.matcher(name);
        return ending.find() ? name.substring(0, ending.start()) : name;
    }

    /**
     * What a key in a file of that name is.
     *
     * @param ifActive what it is when neither the name nor a comment says otherwise
     */
    public static Exposure exposure(String name, KeyMatch match, Exposure ifActive) {
        if (ifActive == Exposure.BACKUP || isBackup(name)) {
            return Exposure.BACKUP;
        }
        if (match.commented()) {
            return Exposure.COMMENTED;
        }
        return isSample(name) ? Exposure.AT_REST : ifActive;
    }
}

package io.rolemeter.collect.keys;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which folders belong to a program, by the paths that it was started with. */
final class Folders {
    private static final List<String> SCRIPTS =
            List.of(".jar", ".war", ".js", ".mjs", ".cjs", ".ts", ".py", ".rb", ".php", ".dll", ".pl", ".sh");

    /** Where the system's own programs and files are. */
    private static final List<String> OF_THE_SYSTEM = List.of(
            "/bin",
            "/sbin",
            "/lib",
            "/lib64",
            "/usr",
            "/etc",
            "/proc",
            "/sys",
            "/dev",
            "/run",
            "/boot",
            "/var/run",
            "/snap",
            "/nix");

    /** Folders of folders, that no single application owns. */
    private static final Set<String> SHARED =
            Set.of("/", "/home", "/root", "/opt", "/srv", "/var", "/var/lib", "/var/www", "/mnt", "/media", "/data");

    private Folders() {}

    /** The folders of the scripts among a program's arguments, and of the program itself unless it is one of the system's. */
    static Set<String> ofArguments(List<String> arguments) {
        Set<String> folders = new LinkedHashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("/") && (i == 0 || isScript(argument))) {
                String folder = parent(argument);
                folders.add(folder);
                if (folder.endsWith("/bin") || folder.endsWith("/lib")) {
                    folders.add(parent(folder));
                }
            }
        }
        folders.removeIf(Folders::isOfTheSystem);
        return folders;
    }

    /** Whether all that lies beneath belongs to one application: not so for the system's folders and for people's homes. */
    static boolean isOfAnApplication(String folder) {
        return !isOfTheSystem(folder) && !parent(folder).equals("/home");
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static boolean isOfTheSystem(String folder) {
        if (folder.startsWith("/usr/local/") && !folder.equals("/usr/local/bin") && !folder.equals("/usr/local/sbin")) {
            return false;
        }
        return SHARED.contains(folder)
                || (folder + "/").contains("/tmp/")
                || OF_THE_SYSTEM.stream().anyMatch(top -> folder.equals(top) || folder.startsWith(top + "/"));
    }

    private static boolean isScript(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return SCRIPTS.stream().anyMatch(lower::endsWith);
    }
}

package io.rolemeter.collect.workload.view;

import io.rolemeter.model.InstanceRole;
import java.util.Optional;
import java.util.function.Function;

/**
 * One process as its SDK sees itself.
 *
 * @param environment as at its start, with what a dotenv file adds
 * @param properties those of the command line: of Java the system properties, of AWS's tools {@code profile} and {@code region}
 */
public record ProcessView(Variables environment, Variables properties, SettingsFiles files, Surroundings surroundings) {
    /**
     * What is around a process.
     *
     * @param passwdHome the home of its user by {@code /etc/passwd}
     * @param homes the home of another user, by its name
     * @param workingDirectory absolute; {@code /} where it is not known
     * @param assumesRoles whether its SDK can call STS; of Java a matter of the class path
     */
    public record Surroundings(
            String passwdHome,
            Function<String, Optional<String>> homes,
            String workingDirectory,
            boolean assumesRoles,
            InstanceRole instanceRole) {}

    /** {@code HOME}, else the user's home. */
    public String home() {
        return environment.text("HOME").orElse(surroundings.passwdHome());
    }

    /** The absolute path that a program means, {@code ~/} being a home. */
    public String path(String written, String home) {
        if (written.startsWith("~/")) {
            return join(home, written.substring(2));
        }
        return written.startsWith("/") ? written : join(surroundings.workingDirectory(), written);
    }

    public static String join(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}

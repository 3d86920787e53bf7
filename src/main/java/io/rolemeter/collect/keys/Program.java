package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.keys.text.KeyMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A running process with what its environment and arguments say about keys; they themselves are not kept.
 *
 * @param name {@code pm2:<application>} or {@code <program>[pid]}
 * @param user name, or the number where there is none
 * @param workingDirectory as seen on the host; empty when it cannot be read or was deleted
 * @param folders that it works in and was started from; none of a program that people work with at a terminal
 * @param choice the profile that it would take from the shared files
 * @param named other files of keys that it was told to read
 * @param pm2 what PM2 has to do with it
 * @param keys those that it holds
 */
public record Program(
        int pid,
        String name,
        String user,
        Optional<String> workingDirectory,
        Set<String> folders,
        ProfileChoice choice,
        NamedFiles named,
        UnderPm2 pm2,
        Keys keys) {
    /**
     * What PM2 has to do with a process.
     *
     * @param application the one that it is
     * @param home PM2's folder, where a variable or the daemon's title names it
     */
    public record UnderPm2(Optional<Pm2Application> application, Optional<String> home) {}

    /** The keys among a process's variables and arguments. */
    public record Keys(List<KeyMatch> environment, List<KeyMatch> arguments) {}

    @Override
    public String toString() {
        return name;
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.HostProcess;
import java.util.List;
import java.util.Optional;

/**
 * A running process with what its environment says about keys; the environment itself is not kept.
 *
 * @param name {@code pm2:<application>} or {@code <program>[pid]}
 * @param pm2 the PM2 application that it is, if any
 * @param pm2Home PM2's folder, where a variable or the daemon's title names it
 * @param environmentKeys the keys among its variables
 */
public record Program(
        HostProcess process,
        String name,
        ProfileChoice choice,
        Optional<Pm2Application> pm2,
        Optional<String> pm2Home,
        List<KeyMatch> environmentKeys) {
    @Override
    public String toString() {
        return name;
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.collect.keys.places.ConfigFiles;
import io.rolemeter.collect.keys.places.Configured;
import io.rolemeter.collect.keys.places.DotenvFiles;
import io.rolemeter.collect.keys.places.Pm2Files;
import io.rolemeter.collect.keys.places.ProcessArguments;
import io.rolemeter.collect.keys.places.ProcessEnvironments;
import io.rolemeter.collect.keys.places.SharedCredentialsFiles;
import java.util.List;

/** Every place that is looked at, in this order. */
final class HidingPlaces {
    private HidingPlaces() {}

    /** @param paths the configured files, folders and globs */
    static List<HidingPlace> all(List<String> paths) {
        return List.of(
                new ProcessEnvironments(),
                new ProcessArguments(),
                new Pm2Files(),
                new SharedCredentialsFiles(),
                new ConfigFiles(),
                new DotenvFiles(),
                new Configured(paths));
    }
}

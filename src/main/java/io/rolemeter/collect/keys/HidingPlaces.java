package io.rolemeter.collect.keys;

import io.rolemeter.collect.keys.places.AppConfigs;
import io.rolemeter.collect.keys.places.ConfigFiles;
import io.rolemeter.collect.keys.places.Configured;
import io.rolemeter.collect.keys.places.ContainerFiles;
import io.rolemeter.collect.keys.places.CronTables;
import io.rolemeter.collect.keys.places.DotenvFiles;
import io.rolemeter.collect.keys.places.HadoopConfigs;
import io.rolemeter.collect.keys.places.JavaConfigs;
import io.rolemeter.collect.keys.places.Pm2Files;
import io.rolemeter.collect.keys.places.ProcessArguments;
import io.rolemeter.collect.keys.places.ProcessEnvironments;
import io.rolemeter.collect.keys.places.SharedCredentialsFiles;
import io.rolemeter.collect.keys.places.ShellHistory;
import io.rolemeter.collect.keys.places.ShellStartup;
import io.rolemeter.collect.keys.places.SystemEnvironment;
import io.rolemeter.collect.keys.places.SystemdUnits;
import io.rolemeter.collect.keys.places.TerraformFiles;
import io.rolemeter.collect.keys.places.ToolConfigs;
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
                new SystemdUnits(),
                new SystemEnvironment(),
                new ShellStartup(),
                new ShellHistory(),
                new CronTables(),
                new ContainerFiles(),
                new ToolConfigs(),
                new JavaConfigs(),
                new HadoopConfigs(),
                new TerraformFiles(),
                new AppConfigs(),
                new Configured(paths));
    }
}

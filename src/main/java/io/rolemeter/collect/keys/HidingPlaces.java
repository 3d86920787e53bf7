package io.rolemeter.collect.keys;

import io.rolemeter.aws.ImdsClient;
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
import io.rolemeter.collect.keys.places.UserData;
import java.util.List;
import java.util.Optional;

/** Every place that is looked at, in this order. */
final class HidingPlaces {
    private HidingPlaces() {}

    /**
     * Made anew for each collector: a place may remember.
     *
     * @param paths the configured files, folders and globs
     * @param imds none for a look without network
     */
    static List<HidingPlace> all(List<String> paths, Optional<ImdsClient> imds) {
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
                new UserData(imds),
                new ContainerFiles(),
                new ToolConfigs(),
                new JavaConfigs(),
                new HadoopConfigs(),
                new TerraformFiles(),
                new AppConfigs(),
                new Configured(paths));
    }
}

package io.rolemeter.collect.keys;

import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.keys.places.Configured;
import io.rolemeter.collect.keys.places.applications.AppConfigs;
import io.rolemeter.collect.keys.places.applications.DotenvFiles;
import io.rolemeter.collect.keys.places.applications.HadoopConfigs;
import io.rolemeter.collect.keys.places.applications.JavaConfigs;
import io.rolemeter.collect.keys.places.applications.TerraformFiles;
import io.rolemeter.collect.keys.places.programs.ContainerFiles;
import io.rolemeter.collect.keys.places.programs.Pm2Files;
import io.rolemeter.collect.keys.places.programs.ProcessArguments;
import io.rolemeter.collect.keys.places.programs.ProcessEnvironments;
import io.rolemeter.collect.keys.places.system.CronTables;
import io.rolemeter.collect.keys.places.system.SystemEnvironment;
import io.rolemeter.collect.keys.places.system.SystemdUnits;
import io.rolemeter.collect.keys.places.system.UserData;
import io.rolemeter.collect.keys.places.users.ConfigFiles;
import io.rolemeter.collect.keys.places.users.SharedCredentialsFiles;
import io.rolemeter.collect.keys.places.users.ShellHistory;
import io.rolemeter.collect.keys.places.users.ShellStartup;
import io.rolemeter.collect.keys.places.users.ToolConfigs;
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
                Configured.ofAnyHost(paths));
    }
}

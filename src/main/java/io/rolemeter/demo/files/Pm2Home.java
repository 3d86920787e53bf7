package io.rolemeter.demo.files;

import io.rolemeter.demo.encoding.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PM2's home directory of the user deploy. */
final class Pm2Home {

    static final String PATH = User.DEPLOY.home() + "/.pm2";

    private Pm2Home() {}

    /** What PM2's daemon and applications inherit from the shell that started them. */
    static Map<String, Object> shell() {
        Map<String, Object> shell = new LinkedHashMap<>();
        shell.put("HOME", User.DEPLOY.home());
        shell.put("USER", User.DEPLOY.name());
        shell.put("SHELL", User.DEPLOY.shell());
        shell.put("LANG", "C.UTF-8");
        shell.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        shell.put("PM2_USAGE", "CLI");
        return shell;
    }

    /** Writes the directory; {@code saved} is what {@code pm2 save} wrote, {@code started} Unix milliseconds. */
    static void write(FileTree tree, List<Pm2Application> saved, long started) {
        tree.write(PATH + "/dump.pm2", "rw-r--r--", dump(saved, started));
        tree.write(PATH + "/dump.pm2.bak", "rw-r--r--", dump(saved.subList(1, saved.size()), started));
        tree.write(PATH + "/module_conf.json", "rw-r--r--", Json.indented(moduleSettings()));
        tree.write(PATH + "/pm2.pid", "rw-r--r--", String.valueOf(Pm2Processes.DAEMON));
        tree.write(PATH + "/pm2.log", "rw-r--r--", log(started));
        tree.write(PATH + "/touch", "rw-r--r--", "1");
        for (Pm2Application application : saved) {
            tree.write(application.log("out"), "rw-r--r--", application.name() + " is listening\n");
            tree.write(application.log("error"), "rw-r--r--", "");
            tree.write(application.pidFile(), "rw-r--r--", String.valueOf(Pm2Processes.number(application)));
        }
    }

    /** The error log of the first application. */
    static void writeErrors(FileTree tree, String log) {
        if (!log.isEmpty()) {
            tree.write(PATH + "/logs/api-error.log", "rw-r--r--", log);
        }
    }

    private static String log(long started) {
        String time =
                Instant.ofEpochMilli(started).atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return time + ": PM2 log: --- New PM2 Daemon started ---\n" + time + ": PM2 log: App [api:0] online\n" + time
                + ": PM2 log: App [jobs:1] online\n";
    }

    private static String dump(List<Pm2Application> applications, long started) {
        List<Object> dump = new ArrayList<>();
        for (Pm2Application application : applications) {
            Map<String, Object> settings = application.settings(started);
            settings.remove("pm_id");
            dump.add(settings);
        }
        return Json.indented(dump);
    }

    private static Map<String, Object> moduleSettings() {
        Map<String, Object> rotation = new LinkedHashMap<>();
        rotation.put("max_size", "10M");
        rotation.put("retain", "30");
        rotation.put("compress", false);
        rotation.put("dateFormat", "YYYY-MM-DD_HH-mm-ss");
        rotation.put("workerInterval", "30");
        rotation.put("rotateInterval", "0 0 * * *");
        rotation.put("rotateModule", true);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pm2-logrotate", rotation);
        settings.put("module-db-v2", Map.of("pm2-logrotate", Map.of()));
        return settings;
    }
}

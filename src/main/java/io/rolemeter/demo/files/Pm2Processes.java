package io.rolemeter.demo.files;

import io.rolemeter.demo.encoding.Json;
import io.rolemeter.demo.files.SimulatedProcess.Identity;
import io.rolemeter.demo.files.SimulatedProcess.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PM2's daemon and the applications under it, as processes of the user deploy. */
final class Pm2Processes {

    static final int DAEMON = 801;
    static final int FIRST_APPLICATION = 812;

    private static final String VERSION = "7.0.4";
    private static final String CONTROL_GROUP = "/system.slice/pm2-deploy.service";

    private Pm2Processes() {}

    static SimulatedProcess daemon() {
        String title = "PM2 v" + VERSION + ": God Daemon (" + Pm2Home.PATH + ")";
        return new SimulatedProcess(
                new Identity(DAEMON, 1, User.DEPLOY, CONTROL_GROUP),
                new Program(title, Processes.NODE, User.DEPLOY.home()),
                titled(title),
                inherited());
    }

    /** {@code started} is in Unix milliseconds. */
    static SimulatedProcess application(Pm2Application application, long started) {
        Map<String, Object> settings = application.settings(started);
        settings.put("status", "launching");
        Map<String, Object> environment =
                application.mode() == Pm2Application.Mode.FORK ? process(settings) : worker(settings);
        environment.put("windowsHide", true);
        environment.put("NODE_CHANNEL_FD", 3);
        environment.put("NODE_CHANNEL_SERIALIZATION_MODE", "json");
        String title = "node " + application.script();
        return new SimulatedProcess(
                new Identity(number(application), DAEMON, User.DEPLOY, CONTROL_GROUP),
                new Program(title, Processes.NODE, application.folder()),
                titled(title),
                environment);
    }

    static int number(Pm2Application application) {
        return FIRST_APPLICATION + application.number();
    }

    /** A process of its own has every setting as a variable. */
    private static Map<String, Object> process(Map<String, Object> settings) {
        Map<String, Object> environment = new LinkedHashMap<>(settings);
        environment.remove("env");
        environment.remove("node_args");
        return environment;
    }

    /** A worker has the daemon's environment, and its own only within one variable. */
    private static Map<String, Object> worker(Map<String, Object> settings) {
        Map<String, Object> environment = inherited();
        settings.put("_pm2_version", VERSION);
        environment.put("pm2_env", Json.compact(settings));
        environment.put("NODE_UNIQUE_ID", 1);
        return environment;
    }

    private static Map<String, Object> inherited() {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("SILENT", true);
        environment.put("PM2_HOME", Pm2Home.PATH);
        environment.putAll(Pm2Home.shell());
        return environment;
    }

    /** The arguments of a process that wrote its title over them: what is left is zeros. */
    private static List<String> titled(String title) {
        return List.of(title + "\0".repeat(14));
    }
}

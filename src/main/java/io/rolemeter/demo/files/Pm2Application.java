package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application as PM2 knows it.
 *
 * @param number PM2's id, in the names of logs and pid files
 * @param cachedKey a key that PM2 remembers from an earlier start although no file sets it any more
 */
record Pm2Application(String name, int number, Mode mode, Optional<Credential> cachedKey) {

    /** How PM2 runs an application: as a process of its own, or as a worker of the daemon's cluster. */
    enum Mode {
        FORK("fork_mode", "app.js"),
        CLUSTER("cluster_mode", "worker.js");

        private final String label;
        private final String script;

        Mode(String label, String script) {
            this.label = label;
            this.script = script;
        }
    }

    String folder() {
        return "/srv/" + name;
    }

    String script() {
        return folder() + "/" + mode.script;
    }

    String log(String stream) {
        String number = mode == Mode.FORK ? "" : "-" + this.number;
        return Pm2Home.PATH + "/logs/" + name + "-" + stream + number + ".log";
    }

    String pidFile() {
        return Pm2Home.PATH + "/pids/" + name + "-" + number + ".pid";
    }

    /** What PM2 passes and remembers, beside the application's own environment; times are Unix milliseconds. */
    Map<String, Object> settings(long started) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("name", name);
        settings.put("cwd", folder());
        settings.put("env", environment());
        settings.put("merge_logs", mode == Mode.FORK);
        settings.put("vizion", true);
        settings.put("autostart", true);
        settings.put("autorestart", true);
        settings.put("exec_mode", mode.label);
        settings.put("instance_var", "NODE_APP_INSTANCE");
        settings.put("instances", 1);
        settings.put("pmx", true);
        settings.put("automation", true);
        settings.put("treekill", true);
        settings.put("username", User.DEPLOY.name());
        settings.put("windowsHide", true);
        settings.put("kill_retry_time", 100);
        settings.put("namespace", "default");
        settings.put("node_args", List.of());
        settings.put("pm_exec_path", script());
        settings.put("pm_cwd", folder());
        settings.put("exec_interpreter", "node");
        settings.put("pm_out_log_path", log("out"));
        settings.put("pm_err_log_path", log("error"));
        settings.put("pm_pid_path", pidFile());
        settings.put("km_link", false);
        settings.put("vizion_running", false);
        settings.put("NODE_APP_INSTANCE", 0);
        settings.putAll(environment());
        settings.put("PM2_HOME", Pm2Home.PATH);
        settings.put(name, "{}");
        cachedKey.ifPresent(key -> {
            settings.put("AWS_ACCESS_KEY_ID", key.keyId());
            settings.put("AWS_SECRET_ACCESS_KEY", key.secret());
        });
        settings.put("unique_id", "cfbb6f4e-105f-4f39-917c-0e07ba5ba0e" + number);
        settings.put("status", "online");
        settings.put("pm_uptime", started);
        settings.put("created_at", started);
        settings.put("pm_id", number);
        settings.put("restart_time", 0);
        settings.put("unstable_restarts", 0);
        settings.put("version", "1.0.0");
        settings.put("node_version", "20.20.2");
        return settings;
    }

    private static Map<String, Object> environment() {
        Map<String, Object> environment = new LinkedHashMap<>(Pm2Home.shell());
        environment.put("NODE_ENV", "production");
        environment.put("AWS_REGION", Account.REGION);
        return environment;
    }
}

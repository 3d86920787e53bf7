package io.rolemeter.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that runs on the simulated host. */
final class Processes {

    static final String NODE = "/usr/bin/node";
    static final String JAVA = "/usr/lib/jvm/java-17-amazon-corretto/bin/java";
    static final int PM2_DAEMON = 801;
    static final int FIRST_APPLICATION = 812;

    private static final long UPTIME_SECONDS = 86_400;

    private Processes() {}

    /** Writes /proc; {@code applications} run under PM2. */
    static void write(FileTree tree, List<Pm2Application> applications, Instant now) {
        long booted = now.getEpochSecond() - UPTIME_SECONDS;
        tree.write("/proc/stat", "r--r--r--", "cpu  100 0 100 10000 0 0 0 0 0 0\nbtime " + booted + "\n");
        tree.write("/proc/uptime", "r--r--r--", UPTIME_SECONDS + ".00 " + UPTIME_SECONDS + ".00\n");
        List<SimulatedProcess> processes = new ArrayList<>(system());
        for (Pm2Application application : applications) {
            processes.add(application(application, applicationsStarted(now)));
        }
        processes.forEach(process -> process.write(tree));
    }

    /** When the applications under PM2 were started, in Unix milliseconds. */
    static long applicationsStarted(Instant now) {
        return (now.getEpochSecond() - UPTIME_SECONDS + FIRST_APPLICATION) * 1000;
    }

    private static List<SimulatedProcess> system() {
        String systemd = "/usr/lib/systemd/systemd";
        return List.of(
                process(1, 0, User.ROOT, List.of(systemd, "--switched-root", "--system", "--deserialize=32"))
                        .in(systemd, "/", Map.of("LANG", "C.UTF-8", "TERM", "linux")),
                process(2, 0, User.ROOT, List.of()).named("kthreadd", "", "/", Map.of()),
                process(655, 1, User.ROOT, List.of("sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups"))
                        .named("sshd", "/usr/sbin/sshd", "/", Map.of("LANG", "C.UTF-8")),
                process(
                                702,
                                1,
                                User.BILLING,
                                List.of(JAVA, "-Xmx256m", "-cp", "/opt/billing/lib/*", "com.example.billing.Main"))
                        .in(JAVA, "/opt/billing", service(User.BILLING)),
                process(
                                PM2_DAEMON,
                                1,
                                User.DEPLOY,
                                titled("PM2 v" + Pm2Home.VERSION + ": God Daemon (" + Pm2Home.PATH + ")"))
                        .named("PM2 v" + Pm2Home.VERSION + ": God", NODE, "/home/deploy", daemon()));
    }

    private static SimulatedProcess application(Pm2Application application, long started) {
        boolean worker = application.mode() == Pm2Application.Mode.CLUSTER;
        Map<String, Object> settings = application.settings(started);
        Map<String, Object> environment = new LinkedHashMap<>();
        if (worker) {
            environment.putAll(daemon());
            settings.put("status", "launching");
            settings.put("_pm2_version", Pm2Home.VERSION);
            environment.put("pm2_env", Json.compact(settings));
            environment.put("NODE_UNIQUE_ID", "1");
        } else {
            environment.putAll(settings);
            environment.remove("env");
            environment.remove("node_args");
        }
        environment.put("windowsHide", "true");
        environment.put("NODE_CHANNEL_FD", "3");
        environment.put("NODE_CHANNEL_SERIALIZATION_MODE", "json");
        String title = "node " + application.script();
        return process(FIRST_APPLICATION + application.number(), PM2_DAEMON, User.DEPLOY, titled(title))
                .named(title, NODE, application.folder(), environment);
    }

    private static Map<String, Object> daemon() {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("SILENT", "true");
        environment.put("PM2_HOME", Pm2Home.PATH);
        environment.putAll(Pm2Home.shell());
        return environment;
    }

    private static Map<String, Object> service(User user) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("HOME", user.home());
        environment.put("USER", user.name());
        environment.put("LANG", "C.UTF-8");
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
        environment.put("AWS_REGION", Account.REGION);
        return environment;
    }

    /** A process that overwrote its arguments: the title, padded with zeros. */
    private static List<String> titled(String title) {
        return List.of(title + "\0".repeat(14));
    }

    private static Start process(int number, int parent, User user, List<String> arguments) {
        return new Start(new SimulatedProcess.Identity(number, parent, user), arguments);
    }

    private record Start(SimulatedProcess.Identity identity, List<String> arguments) {

        SimulatedProcess in(String executable, String folder, Map<String, Object> environment) {
            String name = executable.substring(executable.lastIndexOf('/') + 1);
            return named(name, executable, folder, environment);
        }

        SimulatedProcess named(String name, String executable, String folder, Map<String, Object> environment) {
            return new SimulatedProcess(
                    identity, new SimulatedProcess.Program(name, executable, folder), arguments, environment);
        }
    }
}

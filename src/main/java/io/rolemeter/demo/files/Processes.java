package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.files.SimulatedProcess.Identity;
import io.rolemeter.demo.files.SimulatedProcess.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that runs on the simulated host. */
final class Processes {

    static final String NODE = "/usr/bin/node";
    static final String JAVA = "/usr/lib/jvm/java-17-amazon-corretto/bin/java";
    static final String SYSTEMD = "/usr/lib/systemd/systemd";
    static final String SSHD = "/usr/sbin/sshd";

    private static final long UPTIME_SECONDS = 86_400;

    private Processes() {}

    /** Writes /proc; {@code applications} run under PM2, {@code key} is in the environment of billing. */
    static void write(FileTree tree, List<Pm2Application> applications, Optional<Credential> key, Instant now) {
        long booted = now.getEpochSecond() - UPTIME_SECONDS;
        tree.write("/proc/stat", "r--r--r--", "cpu  100 0 100 10000 0 0 0 0 0 0\nbtime " + booted + "\n");
        tree.write("/proc/uptime", "r--r--r--", UPTIME_SECONDS + ".00 " + UPTIME_SECONDS + ".00\n");
        List<SimulatedProcess> processes = new ArrayList<>(List.of(systemd(), kernelThread(), sshd(), billing(key)));
        processes.add(Pm2Processes.daemon());
        for (Pm2Application application : applications) {
            processes.add(Pm2Processes.application(application, applicationsStarted(now)));
        }
        processes.forEach(process -> process.write(tree));
    }

    /** When the applications under PM2 were started, in Unix milliseconds. */
    static long applicationsStarted(Instant now) {
        return (now.getEpochSecond() - UPTIME_SECONDS + Pm2Processes.FIRST_APPLICATION) * 1000;
    }

    private static SimulatedProcess systemd() {
        return new SimulatedProcess(
                new Identity(1, 0, User.ROOT, "/init.scope"),
                new Program("systemd", SYSTEMD, "/"),
                List.of(SYSTEMD, "--switched-root", "--system", "--deserialize=32"),
                Map.of("LANG", "C.UTF-8", "TERM", "linux"));
    }

    private static SimulatedProcess kernelThread() {
        return new SimulatedProcess(
                new Identity(2, 0, User.ROOT, "/"), new Program("kthreadd", "", "/"), List.of(), Map.of());
    }

    private static SimulatedProcess sshd() {
        return new SimulatedProcess(
                new Identity(655, 1, User.ROOT, "/system.slice/sshd.service"),
                new Program("sshd", SSHD, "/"),
                List.of("sshd: " + SSHD + " -D [listener] 0 of 10-100 startups"),
                Map.of("LANG", "C.UTF-8"));
    }

    private static SimulatedProcess billing(Optional<Credential> key) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("LANG", "C.UTF-8");
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
        environment.put("HOME", User.BILLING.home());
        environment.put("USER", User.BILLING.name());
        environment.put("AWS_REGION", Account.REGION);
        key.ifPresent(held -> {
            environment.put("AWS_ACCESS_KEY_ID", held.keyId());
            environment.put("AWS_SECRET_ACCESS_KEY", held.secret());
            held.token().ifPresent(token -> environment.put("AWS_SESSION_TOKEN", token));
        });
        return new SimulatedProcess(
                new Identity(702, 1, User.BILLING, "/system.slice/billing.service"),
                new Program("java", JAVA, "/opt/billing"),
                List.of(JAVA, "-Xmx256m", "-cp", "/opt/billing/lib/*", "com.example.billing.Main"),
                environment);
    }
}

package io.rolemeter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts a key of its own into every place of a simulated host that is looked at. */
record CanaryHost(Path root, Canary canary) {
    private static final String LINES = "AWS_ACCESS_KEY_ID=%s\nAWS_SECRET_ACCESS_KEY=%s\n";
    private static final String COMMENTED = "# AWS_ACCESS_KEY_ID=%s\n# AWS_SECRET_ACCESS_KEY=%s\n";
    private static final String PROFILE = "[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n";
    private static final String JSON = "{ \"AWS_ACCESS_KEY_ID\": \"%s\", \"AWS_SECRET_ACCESS_KEY\": \"%s\" }";
    private static final String SCRIPT =
            "module.exports = { apps: [{ name: 'api', env: {\n AWS_ACCESS_KEY_ID: '%s',\n AWS_SECRET_ACCESS_KEY: '%s' } }] };\n";
    private static final String YAML = "apps:\n- env:\n    AWS_ACCESS_KEY_ID: %s\n    AWS_SECRET_ACCESS_KEY: %s\n";

    /** The paths that the configuration has to name. */
    static final List<String> CONFIGURED = List.of("/opt/handed-over", "/opt/notes.txt");

    void plant() throws IOException {
        users();
        file("/root/.aws/credentials", PROFILE);
        file("/home/ec2-user/.aws/credentials", PROFILE);
        file("/home/deploy/.aws/credentials", PROFILE);
        file("/home/deploy/.aws/config", PROFILE.replace("default", "profile old"));
        process(901, 1001, environment("process environment", LINES));
        process(902, 1001, "pm2_env=" + fill("pm2_env of a process", JSON) + "\0");
        arguments(
                903, fill("process arguments", "java\0-Daws.accessKeyId=%s\0-Daws.secretAccessKey=%s\0-jar\0a.jar\0"));
        process(904, 4242, environment("process of an oddly named user", LINES));
        pm2();
        String applications = "/srv/api/";
        file(applications + "ecosystem.config.js", SCRIPT);
        file(applications + "ecosystem.config.cjs", SCRIPT);
        file(applications + "ecosystem.json", "{\"apps\": [{\"env\": " + JSON + "}]}");
        file(applications + "ecosystem.yml", YAML);
        file(applications + ".env", LINES);
        file(applications + ".env.bak", LINES);
        file(applications + ".env.production", COMMENTED);
        file("/opt/notes.txt", LINES);
        file("/opt/handed-over/mail.txt", LINES);
        settings();
        Canary.Key folder = canary.name("the name of a folder");
        Canary.Key file = canary.name("the name of a file");
        file(
                "/opt/handed-over/" + folder.id() + "-" + folder.secret() + "/" + file.id() + " " + file.secret()
                        + ".txt",
                LINES);
    }

    private void settings() throws IOException {
        file(
                "/etc/systemd/system/old.service",
                "[Service]\nEnvironment=AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s\n");
        file("/etc/profile.d/aws.sh", LINES);
        file("/home/deploy/.bashrc", LINES);
        file(
                "/home/ec2-user/.bash_history",
                "aws configure set aws_access_key_id %s\naws configure set aws_secret_access_key %s\n");
        file("/etc/cron.d/backup", LINES);
        file("/etc/kubernetes/manifests/pod.yml", YAML);
        file(
                "/var/lib/docker/containers/" + "0a1b2c3d".repeat(8) + "/config.v2.json",
                "{\"Config\":{\"Env\":[\"AWS_ACCESS_KEY_ID=%s\",\"AWS_SECRET_ACCESS_KEY=%s\"]},\"Name\":\"/old\"}");
        file("/home/deploy/.s3cfg", "[default]\naccess_key = %s\nsecret_key = %s\n");
        file("/srv/api/application.properties", "aws.accessKeyId=%s\naws.secretAccessKey=%s\n");
        file("/etc/hadoop/core-site.xml", """
                <property><name>fs.s3a.access.key</name><value>%s</value></property>
                <property><name>fs.s3a.secret.key</name><value>%s</value></property>
                """);
        file("/srv/api/terraform.tfvars", "access_key = \"%s\"\nsecret_key = \"%s\"\n");
        file("/srv/api/serverless.yml", YAML);
    }

    private void users() throws IOException {
        Canary.Key user = canary.name("the name of a user");
        Path passwd = at("/etc/passwd");
        Files.writeString(
                passwd,
                Files.readString(passwd) + "svc-" + user.id() + "-" + user.secret() + ":x:4242:4242::/home/svc-"
                        + user.id() + user.secret() + ":/bin/sh\n");
        file("/home/svc-" + user.id() + user.secret() + "/.aws/credentials", PROFILE);
    }

    private void pm2() throws IOException {
        Canary.Key name = canary.name("the name of an application");
        String home = "/home/deploy/.pm2/";
        String log = "/home/deploy/.pm2/logs/api-error.log";
        Canary.Key logged = canary.name("a log");
        file(
                home + "dump.pm2",
                "[{\"name\": \"" + name.id() + " " + name.secret() + "\", \"pm_cwd\": \"/srv/api\", \"env\": " + JSON
                        + "}, {\"name\": \"api\", \"pm_err_log_path\": \"" + log + "\"}]");
        Files.createDirectories(at(log).getParent());
        Files.writeString(at(log), """
                        ExpiredToken: %1$s:%2$s
                        AccessDenied: User: arn:aws:iam::111122223333:user/%1$s/%2$s is not authorized to perform: \
                        s3:GetObject on resource: arn:aws:s3:::%1$s/%2$s
                        InvalidAccessKeyId %1$s %2$s
                        """.formatted(logged.id(), logged.secret()));
        file(home + "dump.pm2.bak", "[{\"name\": \"api\", \"env\": " + JSON + "}]");
        file(home + "module_conf.json", "{\"pm2-s3\": " + JSON + "}");
    }

    private String environment(String place, String format) {
        return "HOME=/home/deploy\n".replace('\n', '\0') + fill(place, format).replace('\n', '\0');
    }

    private void process(int pid, int user, String environment) throws IOException {
        process(pid, user, environment, "node\0server.js\0");
    }

    private void arguments(int pid, String arguments) throws IOException {
        process(pid, 1001, "HOME=/home/deploy\0", arguments);
    }

    private void process(int pid, int user, String environment, String arguments) throws IOException {
        Path folder = Files.createDirectories(at("/proc/" + pid));
        Files.writeString(folder.resolve("environ"), environment);
        Files.writeString(folder.resolve("cmdline"), arguments);
        Files.writeString(folder.resolve("comm"), "node\n");
        String ids = user + "\t" + user + "\t" + user + "\t" + user;
        Files.writeString(
                folder.resolve("status"),
                "Name:\tnode\nPid:\t" + pid + "\nPPid:\t1\nUid:\t" + ids + "\nGid:\t" + ids + "\nNSpid:\t" + pid
                        + "\nThreads:\t1\n");
        Files.createSymbolicLink(folder.resolve("cwd"), Path.of("/srv/api"));
    }

    private void file(String path, String format) throws IOException {
        Path file = at(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, fill(path, format));
    }

    private String fill(String place, String format) {
        Canary.Key key = canary.plant(place);
        return format.formatted(key.id(), key.secret());
    }

    private Path at(String path) {
        return root.resolve(path.substring(1));
    }
}

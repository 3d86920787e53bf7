package io.rolemeter.demo.files;

import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.encoding.Json;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The applications of the simulated host: two in Node under /srv, one in Java under /opt. */
final class ApplicationFiles {

    /** An empty zip archive. */
    private static final byte[] JAR = HexFormat.of().parseHex("504b0506" + "00".repeat(18));

    private ApplicationFiles() {}

    static void write(FileTree tree) {
        node(tree, "/srv/api", "app.js");
        node(tree, "/srv/jobs", "worker.js");
        tree.write("/srv/api/ecosystem.config.js", "rw-r--r--", ECOSYSTEM);
        tree.write("/srv/api/.env.production", "rw-r--r--", DOTENV);
        for (String jar : List.of("billing.jar", "auth-2.41.30.jar", "sdk-core-2.41.30.jar", "s3-2.41.30.jar")) {
            tree.write("/opt/billing/lib/" + jar, "rw-r--r--", JAR);
        }
    }

    /** The forgotten key in the application's settings, or in a file of that name and more; {@code mark} begins its lines. */
    static void writeKey(FileTree tree, String suffix, String mark, Credential key) {
        tree.write(
                "/srv/api/.env.production" + suffix,
                "rw-r--r--",
                DOTENV + mark + "AWS_ACCESS_KEY_ID=" + key.keyId() + "\n" + mark + "AWS_SECRET_ACCESS_KEY="
                        + key.secret() + "\n");
    }

    private static void node(FileTree tree, String folder, String script) {
        tree.write(folder + "/" + script, "rw-r--r--", SCRIPT);
        tree.write(
                folder + "/package.json",
                "rw-r--r--",
                Json.indented(Map.of(
                                "name",
                                folder.substring("/srv/".length()),
                                "dependencies",
                                Map.of("@aws-sdk/client-s3", "^3.972.0")))
                        + "\n");
        tree.write(
                folder + "/node_modules/@aws-sdk/client-s3/package.json",
                "rw-r--r--",
                "{\n  \"name\": \"@aws-sdk/client-s3\",\n  \"version\": \"3.972.0\"\n}\n");
    }

    private static final String SCRIPT = """
            const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3');
            const client = new S3Client({ region: process.env.AWS_REGION });
            setInterval(() => client.send(new GetObjectCommand({ Bucket: 'source', Key: 'health.txt' })), 60000);
            """;

    private static final String ECOSYSTEM = """
            module.exports = {
              apps: [{
                name: 'api',
                script: './app.js',
                cwd: '/srv/api',
                env: { NODE_ENV: 'development', AWS_REGION: 'us-east-1' },
                env_production: { NODE_ENV: 'production' }
              }, {
                name: 'jobs', script: './worker.js', cwd: '/srv/jobs', instances: 1, exec_mode: 'cluster'
              }]
            };
            """;

    private static final String DOTENV = """
            # production
            NODE_ENV=production
            PORT=3000
            AWS_REGION=us-east-1
            """;
}

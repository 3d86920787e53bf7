package io.rolemeter.agreement;

import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** What a person does to PM2, its applications and their files; the key is the same long-term one wherever none other is said. */
enum Pm2Step {
    /** From a shell without a key, so that the daemon has none when this starts it. */
    PING(pm2 -> pm2.pm2(Map.of(), "ping")),
    PING_WITH_KEY(pm2 -> pm2.pm2(Keys.EXPORTED, "ping")),
    START(pm2 -> pm2.start(Map.of())),
    START_WITH_KEY(pm2 -> pm2.start(Keys.EXPORTED)),
    START_WITH_OTHER_KEY(pm2 -> pm2.start(Keys.OTHERS)),
    RESTART(pm2 -> pm2.pm2(Map.of(), "restart", "all")),
    RESTART_WITH_KEY(pm2 -> pm2.pm2(Keys.EXPORTED, "restart", "all")),
    RESTART_UPDATING(pm2 -> pm2.pm2(Map.of(), "restart", "all", "--update-env")),
    RESTART_UPDATING_WITH_KEY(pm2 -> pm2.pm2(Keys.EXPORTED, "restart", "all", "--update-env")),
    RELOAD(pm2 -> pm2.pm2(Map.of(), "reload", "all")),
    DELETE(pm2 -> pm2.pm2(Map.of(), "delete", "all")),
    SAVE(pm2 -> pm2.pm2(Map.of(), "save")),
    KILL(pm2 -> pm2.pm2(Map.of(), "kill")),
    RESURRECT(pm2 -> pm2.pm2(Map.of(), "resurrect")),
    DOTENV_WITH_KEY(pm2 -> write(pm2, ".env", Keys.lines(Keys.EXPORTED, ""))),
    DOTENV_WITH_OTHER_KEY(pm2 -> write(pm2, ".env", Keys.lines(Keys.OTHERS, ""))),
    DOTENV_COMMENTED(pm2 -> write(pm2, ".env", Keys.lines(Keys.EXPORTED, "# "))),
    NO_DOTENV(pm2 -> Files.deleteIfExists(pm2.application().resolve(".env"))),
    ECOSYSTEM_WITH_KEY(pm2 -> write(pm2, Keys.ECOSYSTEM, Keys.ecosystem(Keys.EXPORTED))),
    ECOSYSTEM_WITHOUT_KEY(pm2 -> write(pm2, Keys.ECOSYSTEM, Keys.ecosystem(Map.of()))),
    NO_ECOSYSTEM(pm2 -> Files.deleteIfExists(pm2.application().resolve(Keys.ECOSYSTEM))),
    START_ECOSYSTEM(pm2 -> pm2.pm2(Map.of(), "start", Keys.ECOSYSTEM, "--env", "production")),
    RESTART_ECOSYSTEM(pm2 -> pm2.pm2(Map.of(), "restart", Keys.ECOSYSTEM, "--env", "production", "--update-env"));

    private final Action action;

    Pm2Step(Action action) {
        this.action = action;
    }

    /** Takes the step; PM2 may refuse it, which is no failure. */
    void take(RealPm2 pm2) throws IOException {
        action.on(pm2);
    }

    private interface Action {
        void on(RealPm2 pm2) throws IOException;
    }

    private static void write(RealPm2 pm2, String name, String content) throws IOException {
        Files.writeString(pm2.application().resolve(name), content);
    }

    /** The keys that the steps play with. */
    static final class Keys {
        private static final Credential USER = Identities.userKey();
        /** Of the user that STS knows. */
        static final Map<String, String> EXPORTED = exported(USER.keyId(), USER.secret());
        /** That STS does not know. */
        static final Map<String, String> OTHERS =
                exported("AKIARTX3GSDSAAAAOTHR", "FAKEk9Zp2LmQx7Rt4Wv1Yb6Nc3Hd8Jf5Gs0Ae+/T");

        private static final String ECOSYSTEM = "ecosystem.config.js";

        private Keys() {}

        private static Map<String, String> exported(String id, String secret) {
            return Map.of("AWS_ACCESS_KEY_ID", id, "AWS_SECRET_ACCESS_KEY", secret);
        }

        static String id() {
            return USER.keyId();
        }

        private static String lines(Map<String, String> variables, String before) {
            StringBuilder lines = new StringBuilder();
            variables.forEach((name, value) ->
                    lines.append(before).append(name).append('=').append(value).append('\n'));
            return lines.toString();
        }

        private static String ecosystem(Map<String, String> variables) {
            StringBuilder production = new StringBuilder("NODE_ENV: 'production'");
            variables.forEach((name, value) -> production
                    .append(",\n      ")
                    .append(name)
                    .append(": '")
                    .append(value)
                    .append("'"));
            return "module.exports = { apps: [\n"
                    + application(RealPm2.FORK, "exec_mode: 'fork'", production)
                    + application(RealPm2.CLUSTER, "exec_mode: 'cluster', instances: 2", production) + "] };\n";
        }

        private static String application(String name, String mode, StringBuilder production) {
            return "  { name: '" + name + "', script: 'app.js', " + mode + ", env_production: {\n      " + production
                    + "\n  } },\n";
        }
    }
}

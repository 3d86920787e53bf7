package io.rolemeter.collect.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An application that PM2 runs, or will run at the next boot.
 *
 * @param directories the working directory and the folder of the script
 * @param errorLog where what it writes to standard error goes; empty when that is thrown away
 */
public record Pm2Application(String name, Set<String> directories, Optional<String> errorLog) {
    private static final String NAME = "name";
    private static final String DIRECTORY = "pm_cwd";
    private static final String SCRIPT = "pm_exec_path";
    private static final String ERROR_LOG = "pm_err_log_path";

    /** What of PM2's description of an application is read. */
    static final Set<String> FIELDS = Set.of(NAME, DIRECTORY, SCRIPT, ERROR_LOG);

    private static final String UNNAMED = "unnamed";

    /** What a program of this application is called, as in {@code pm2:api}. */
    public String program() {
        return "pm2:" + name;
    }

    /** The application that a process is, by the variables that PM2 gives to it (fork mode) or their JSON (cluster mode). */
    public static Optional<Pm2Application> of(Environment environment) {
        Optional<Pm2Application> inCluster = environment
                .text("pm2_env")
                .flatMap(json -> Pm2Json.applications(json).stream().findFirst());
        if (inCluster.isPresent()) {
            return inCluster;
        }
        Optional<String> script = environment.get(SCRIPT);
        if (script.isEmpty() && environment.get("pm_id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(environment::get));
    }

    /** @param fields PM2's description of it */
    static Pm2Application of(Function<String, Optional<String>> fields) {
        Set<String> directories = new LinkedHashSet<>();
        Optional<String> scriptFolder = fields.apply(SCRIPT)
                .filter(path -> path.lastIndexOf('/') > 0)
                .map(path -> path.substring(0, path.lastIndexOf('/')));
        for (Optional<String> directory : List.of(fields.apply(DIRECTORY), scriptFolder)) {
            directory.filter(path -> path.startsWith("/")).ifPresent(directories::add);
        }
        return new Pm2Application(
                fields.apply(NAME).orElse(UNNAMED),
                directories,
                fields.apply(ERROR_LOG).filter(path -> path.startsWith("/") && !path.equals("/dev/null")));
    }
}

package io.rolemeter.collect.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that PM2 runs, or will run at the next boot.
 *
 * @param directories the working directory and the folder of the script
 */
public record Pm2Application(String name, Set<String> directories) {
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
        Optional<String> script = environment.get("pm_exec_path");
        if (script.isEmpty() && environment.get("pm_id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(environment.get("name"), environment.get("pm_cwd"), script));
    }

    static Pm2Application of(Optional<String> name, Optional<String> workingDirectory, Optional<String> script) {
        Set<String> directories = new LinkedHashSet<>();
        Optional<String> scriptFolder =
                script.filter(path -> path.lastIndexOf('/') > 0).map(path -> path.substring(0, path.lastIndexOf('/')));
        for (Optional<String> directory : List.of(workingDirectory, scriptFolder)) {
            directory.filter(path -> path.startsWith("/")).ifPresent(directories::add);
        }
        return new Pm2Application(name.orElse(UNNAMED), directories);
    }
}

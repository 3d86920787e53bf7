package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.Pm2Json;
import io.rolemeter.collect.workload.view.PythonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which variables of a process matter here. */
final class ProgramVariables {
    private static final Set<String> KEPT = Set.of(
            "HOME",
            "SECRET_ACCESS_KEY",
            "BOTO_CONFIG",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "CLASSPATH",
            "NODE_ENV",
            "PYTHONPATH",
            "VIRTUAL_ENV");
    /** Variables that nobody sets but for a program that uses AWS; a region is set everywhere, and tells nothing. */
    private static final Set<String> SIGNS = Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_ACCESS_KEY",
            "AWS_SECRET_KEY",
            "AMAZON_ACCESS_KEY_ID",
            "AMAZON_SECRET_ACCESS_KEY",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_SHARED_CREDENTIALS_FILE",
            "AWS_CONFIG_FILE",
            "AWS_CREDENTIAL_FILE",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    /** Their values may refer to other variables. */
    private static final List<String> PATHS = List.of("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "BOTO_CONFIG");

    private ProgramVariables() {}

    /** Those of the process; in a cluster of PM2 those of the application count, which the daemon passes on beside its own. */
    static Map<String, String> of(Environment environment) {
        Map<String, String> named = environment.named(ProgramVariables::matters);
        environment
                .text("pm2_env")
                .ifPresent(json -> Pm2Json.texts(json).forEach((name, value) -> {
                    if (matters(name)) {
                        named.put(name, value);
                    }
                }));
        Set<String> referred = new HashSet<>();
        PATHS.forEach(name -> Optional.ofNullable(named.get(name))
                .filter(path -> path.indexOf('$') >= 0)
                .ifPresent(path -> referred.addAll(PythonPath.variables(path))));
        if (!referred.isEmpty()) {
            environment.named(referred::contains).forEach(named::putIfAbsent);
        }
        return named;
    }

    /** Whether any of them does so. */
    static boolean areOfAws(Set<String> names) {
        return names.stream().anyMatch(ProgramVariables::isOfAws);
    }

    /** Whether it says where credentials come from. */
    static boolean isOfAws(String name) {
        return SIGNS.contains(name);
    }

    private static boolean matters(String name) {
        return name.startsWith("AWS_")
                || name.startsWith("AMAZON_ACCESS_")
                || name.startsWith("AMAZON_SECRET_")
                || KEPT.contains(name);
    }
}

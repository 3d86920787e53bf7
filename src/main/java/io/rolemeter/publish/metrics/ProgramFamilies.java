package io.rolemeter.publish.metrics;

import java.util.stream.Stream;

/**
 * The program itself.
 *
 * <pre>
 * rolemeter_build_info{version="0.1.0",revision="1a2b3c4",java_version="17.0.15",} 1.0
 * rolemeter_config_last_reload_successful 1.0
 * </pre>
 */
final class ProgramFamilies {
    private ProgramFamilies() {}

    static Stream<Family> of(BuildInfo build, boolean lastReloadSuccessful) {
        return Stream.of(
                Family.info("build_info", "Which program this is.", "version", "revision", "java_version")
                        .add(1, build.version(), build.revision(), build.javaVersion()),
                Family.gauge(
                                "config_last_reload_successful",
                                "1 when the configuration that was last read is in effect; 0 when it was refused and"
                                        + " the older one is.")
                        .add(lastReloadSuccessful));
    }
}

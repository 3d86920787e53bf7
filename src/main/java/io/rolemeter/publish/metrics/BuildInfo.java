package io.rolemeter.publish.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which program this is: its version, the commit that it was built from, and the Java that runs it. */
public record BuildInfo(String version, String revision, String javaVersion) {
    /** Of the program that is running. */
    public static BuildInfo current() {
        Properties build = new Properties();
        try (InputStream file = BuildInfo.class.getResourceAsStream("build.properties")) {
            build.load(Objects.requireNonNull(file, "build.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties cannot be read from the jar", e);
        }
        return new BuildInfo(
                build.getProperty("version"), build.getProperty("revision"), System.getProperty("java.version"));
    }
}

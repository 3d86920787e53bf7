package io.rolemeter.publish.metrics;

/** Which program this is: its version, the commit that it was built from, and the Java that runs it. */
public record BuildInfo(String version, String revision, String javaVersion) {}

package io.rolemeter.agreement;

import java.nio.file.Path;
import java.util.Map;

/**
 * One combination of settings for a program.
 *
 * @param properties of Java
 * @param files by their paths beneath the home
 */
record GeneratedCase(
        Path home, Map<String, String> environment, Map<String, String> properties, Map<String, String> files) {}

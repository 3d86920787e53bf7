package io.rolemeter.aws;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the default chain of this JVM finds while this is open: the given system properties, and nothing of this machine. The
 * build takes the variables {@code AWS_*} away from the tests.
 */
public final class OwnSettings implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "aws.accessKeyId",
            "aws.secretAccessKey",
            "aws.sessionToken",
            "aws.region",
            "aws.profile",
            "aws.sharedCredentialsFile",
            "aws.configFile",
            "aws.disableEc2Metadata",
            "aws.ec2MetadataServiceEndpoint");

    private final Map<String, @Nullable String> before = new HashMap<>();

    public OwnSettings(Map<String, String> properties) {
        if (!NAMES.containsAll(properties.keySet())) {
            throw new IllegalArgumentException("restores only " + NAMES + ", and not all of " + properties.keySet());
        }
        NAMES.forEach(name -> before.put(name, System.getProperty(name)));
        NAMES.forEach(name -> set(name, properties.get(name)));
    }

    /** A host without a role, on which these two files are all there is. */
    public static OwnSettings ofFiles(Path folder) {
        return new OwnSettings(Map.of(
                "aws.sharedCredentialsFile", folder.resolve("credentials").toString(),
                "aws.configFile", folder.resolve("config").toString(),
                "aws.disableEc2Metadata", "true"));
    }

    private static void set(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    @Override
    public void close() {
        before.forEach(OwnSettings::set);
    }
}

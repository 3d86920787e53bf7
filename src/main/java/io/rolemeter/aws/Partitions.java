package io.rolemeter.aws;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/** The partitions of AWS, which do not know each other's accounts. */
public final class Partitions {
    private static final String MOST_COMMON = "aws";

    private Partitions() {}

    /** As ARNs name it: {@code aws}, {@code aws-cn}, {@code aws-us-gov} …; {@code aws} for a region that is not known. */
    public static String of(String region) {
        RegionMetadata metadata = Region.of(region).metadata();
        return metadata == null ? MOST_COMMON : metadata.partition().id();
    }
}

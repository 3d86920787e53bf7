package io.rolemeter.collect.probe;

import java.util.Optional;

/**
 * Where the resources of a configuration are, as far as it says so: {@code *} for what it does not say.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 */
public record Scope(String partition, String region, String account) {
    public static final String ANY = "*";

    /** The ARN of a resource of that service here; a name that is an ARN already stays as it is. */
    public String arn(String service, String resource) {
        return resource.startsWith("arn:")
                ? resource
                : String.join(":", "arn", partition, service, region, account, resource);
    }

    /** The same scope in the region that a probe names for itself. */
    public Scope in(Optional<String> ownRegion) {
        return new Scope(partition, ownRegion.orElse(region), account);
    }

    /** Without a region, as IAM's resources are. */
    public Scope everywhere() {
        return new Scope(partition, "", account);
    }

    /** Without region and account, as S3's resources are. */
    public Scope unowned() {
        return new Scope(partition, "", "");
    }
}

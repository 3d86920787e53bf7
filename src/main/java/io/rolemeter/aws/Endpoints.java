package io.rolemeter.aws;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** Where services are: at the configured URL, else where the SDK's tables of regions and partitions say. */
record Endpoints(Map<String, URI> configured) {
    /** The partition that a region which the tables do not know yet is taken to belong to. */
    private static final String AWS = "aws";

    URI of(ApiService service) {
        return service.endpoint()
                .or(() -> Optional.ofNullable(configured.get(service.name())))
                .orElseGet(() -> URI.create(
                        "https://" + ServiceMetadata.of(service.name()).endpointFor(tableRegion(service))));
    }

    /** What to sign for: a service without regions, such as IAM, is signed for in one of the partition's regions. */
    static String signingRegion(ApiService service) {
        return ServiceMetadata.of(service.name())
                .signingRegion(tableRegion(service))
                .id();
    }

    private static Region tableRegion(ApiService service) {
        Region region = Region.of(service.region());
        String partition =
                region.metadata() == null ? AWS : region.metadata().partition().id();
        return ServiceMetadata.of(service.name()).servicePartitions().stream()
                .filter(one -> one.partition().id().equals(partition))
                .flatMap(one -> one.globalRegion().stream())
                .findFirst()
                .orElse(region);
    }

    boolean trusts(URI endpoint, ApiService service) {
        String host = String.valueOf(endpoint.getHost());
        Optional<URI> own = Optional.ofNullable(configured.get(service.name()));
        if (own.filter(url -> host.equals(url.getHost()) && endpoint.getPort() == url.getPort())
                .isPresent()) {
            return true;
        }
        String suffix = Region.of(service.region()).metadata() == null
                ? "amazonaws.com"
                : Region.of(service.region()).metadata().partition().dnsSuffix();
        return "https".equals(endpoint.getScheme()) && host.endsWith("." + suffix);
    }
}

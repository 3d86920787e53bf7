package io.rolemeter.aws;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * What a collector needs to call AWS as this instance.
 *
 * @param known the region that the configuration or the instance names; empty while neither does
 */
public record AwsAccess(AwsClients clients, RoleCredentials role, Supplier<Optional<String>> known) {
    /** The known region, else what the SDK finds in the environment and its configuration file. */
    public Optional<String> region() {
        return known.get()
                .or(() -> ask(new SystemSettingsRegionProvider()))
                .or(() -> ask(AwsProfileRegionProviderHolder.PROVIDER));
    }

    /** A profile file that cannot be parsed names no region; the SDK throws whatever its parser does. */
    private static Optional<String> ask(AwsRegionProvider provider) {
        try {
            return Optional.ofNullable(provider.getRegion()).map(Object::toString);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Reads the configuration file once, and only where it is needed. */
    private static final class AwsProfileRegionProviderHolder {
        private static final AwsRegionProvider PROVIDER = new AwsProfileRegionProvider();
    }
}

package software.amazon.awssdk.regions;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the SDK's table of a service's endpoints by the name that its generator gives to the table's class.
 *
 * <p>It stands in for the SDK's class of this name, which builds the tables of all 310 services when the first client is made: 2 MB
 * of classes and as much of heap, for good. The tables are the SDK's; a test holds that each is found.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {
    private static final String TABLES = "software.amazon.awssdk.regions.servicemetadata.";
    private static final Pattern WORD = Pattern.compile("[^a-zA-Z0-9]+");

    /** The tables that are not called after their service alone. */
    private static final Map<String, String> ODD_NAMES = Map.of("s3", "EnhancedS3");

    /** What a service is called comes from configuration; what cannot be a part of a class's name is no service. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,62}");

    /** Null when the SDK has no table of that service. */
    @Override
    public ServiceMetadata serviceMetadata(String endpointPrefix) {
        if (!NAME.matcher(endpointPrefix).matches()) {
            return null;
        }
        try {
            return Class.forName(TABLES + ODD_NAMES.getOrDefault(endpointPrefix, typeName(endpointPrefix))
                            + "ServiceMetadata")
                    .asSubclass(ServiceMetadata.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | NoClassDefFoundError e) {
            return null;
        }
    }

    /** {@code BedrockRuntime} for {@code bedrock-runtime}. */
    private static String typeName(String service) {
        return WORD.splitAsStream(service)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

package software.amazon.awssdk.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.Validate;

class GeneratedServiceMetadataProviderTest {
    private static final String NAME = GeneratedServiceMetadataProvider.class.getName();
    private static final GeneratedServiceMetadataProvider OURS = new GeneratedServiceMetadataProvider();

    @Test
    void everyTableOfTheSdkIsTheOneThatTheSdkFindsByThatName() throws IOException, ReflectiveOperationException {
        Map<?, ?> tables = tablesOfTheSdk();

        assertThat(tables).hasSizeGreaterThan(300);
        assertThat(tables)
                .allSatisfy((service, table) -> assertThat(OURS.serviceMetadata((String) service))
                        .extracting(found -> found.getClass().getName())
                        .isEqualTo(table.getClass().getName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-service", "BEDROCK", "-", "..", "sts/../s3", "java.lang.String"})
    void whatTheSdkDoesNotKnowHasTheUsualPattern(String service) {
        assertThat(OURS.serviceMetadata(service)).isNull();
        assertThat(ServiceMetadata.of(service).endpointFor(Region.EU_WEST_1))
                .hasToString(service + ".eu-west-1.amazonaws.com");
    }

    /** From the SDK's jars alone, without the classes of this project. */
    private static Map<?, ?> tablesOfTheSdk() throws IOException, ReflectiveOperationException {
        URL[] jars = Stream.of(Region.class, Validate.class, SdkClientException.class, ProfileFile.class, Logger.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader sdk = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Field tables = sdk.loadClass(NAME).getDeclaredField("SERVICE_METADATA");
            tables.setAccessible(true);
            return (Map<?, ?>) tables.get(null);
        }
    }
}

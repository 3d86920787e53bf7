package io.rolemeter.cli;

import io.rolemeter.config.ListenAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where to listen: options under the names that Prometheus's own exporters have. */
final class Listening {
    @Option(
            names = "--web.listen-address",
            paramLabel = "HOST:PORT",
            converter = AddressConverter.class,
            description = "Where to listen; over web.listen_address of the configuration.")
    private @Nullable ListenAddress address;

    Optional<ListenAddress> address() {
        return Optional.ofNullable(address);
    }

    private static final class AddressConverter implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String text) {
            return ListenAddress.of(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "expected " + ListenAddress.EXPECTED + ", and got '" + text + "'"));
        }
    }
}

package io.rolemeter.config;

import io.rolemeter.model.Expectations;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the configuration file can say, with the defaults where it says nothing.
 *
 * @param probes in the order of the file; what each kind means is read by the probes themselves
 */
public record Settings(
        Web web,
        Aws aws,
        Imds imds,
        Caller caller,
        Expectations expectations,
        Keys keys,
        Logs logs,
        List<ProbeSettings> probes) {
    public Settings {
        probes = List.copyOf(probes);
    }

    /** What holds where the file says nothing, and where there is no file; there are no probes then. */
    public static Settings defaults() {
        return new Settings(
                new Web(new ListenAddress("127.0.0.1", 10_169), Optional.empty()),
                new Aws(Optional.empty(), Map.of()),
                new Imds(Optional.empty(), Duration.ofSeconds(15), true),
                new Caller(Duration.ofMinutes(5)),
                Expectations.NONE,
                new Keys(Duration.ofSeconds(60), List.of(), List.of()),
                new Logs(List.of()),
                List.of());
    }

    /**
     * How to be scraped.
     *
     * @param configFile TLS and basic authentication, in the form of the Go exporters
     */
    public record Web(ListenAddress listenAddress, Optional<Path> configFile) {}

    /**
     * How to reach AWS.
     *
     * @param region empty: the instance's own
     * @param endpoints by the service's endpoint prefix ({@code sts}, {@code s3}); the SDK's own where there is none
     */
    public record Aws(Optional<String> region, Map<String, URI> endpoints) {
        public Aws {
            endpoints = Map.copyOf(endpoints);
        }
    }

    /**
     * How to poll the metadata service.
     *
     * @param endpoint empty: what the AWS SDK's environment variables and profile say, else the link-local address
     * @param v1Check whether to ask, once an hour, if it answers without a token
     */
    public record Imds(Optional<URI> endpoint, Duration interval, boolean v1Check) {}

    /** How often STS is asked; it is also asked at once after every rotation. */
    public record Caller(Duration interval) {}

    /**
     * How to look for keys.
     *
     * @param paths absolute files, folders or globs to search beside the built-in places
     * @param exclude files, folders or globs never to search
     */
    public record Keys(Duration interval, List<String> paths, List<String> exclude) {
        public Keys {
            paths = List.copyOf(paths);
            exclude = List.copyOf(exclude);
        }
    }

    /** Absolute log files, or globs of them, to watch beside those that are found by themselves. */
    public record Logs(List<String> files) {
        public Logs {
            files = List.copyOf(files);
        }
    }
}

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

    /** Where to listen, {@code HOST:PORT}; an IPv6 host in brackets. */
    public record Web(String listenAddress, Optional<Path> configFile) {}

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
     * @param paths files, folders or globs to search beside the built-in places
     * @param exclude files, folders or globs never to search
     */
    public record Keys(Duration interval, List<String> paths, List<String> exclude) {
        public Keys {
            paths = List.copyOf(paths);
            exclude = List.copyOf(exclude);
        }
    }

    /** Log files to watch beside those that are found by themselves. */
    public record Logs(List<String> files) {
        public Logs {
            files = List.copyOf(files);
        }
    }
}

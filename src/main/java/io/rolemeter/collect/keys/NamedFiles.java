package io.rolemeter.collect.keys;

import io.rolemeter.collect.host.EnvFileOption;
import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.HostProcess;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of keys, besides those of profiles, that a program was told to read.
 *
 * @param dotenv absolute paths of files of variables
 * @param ofTools absolute paths of configuration like that of boto 2 and s3fs
 */
public record NamedFiles(Set<String> dotenv, Set<String> ofTools) {
    /** The files that botocore asks last. */
    private static final List<String> OF_BOTO = List.of("BOTO_CONFIG", "AWS_CREDENTIAL_FILE");

    static NamedFiles of(HostProcess process, Environment environment, Bearings bearings) {
        Set<String> ofTools = new LinkedHashSet<>();
        for (String variable : OF_BOTO) {
            environment.get(variable).map(bearings::path).ifPresent(ofTools::add);
        }
        if (process.command().equals(S3fs.NAME)) {
            for (String argument : process.arguments()) {
                S3fs.passwordFile(argument).map(bearings::path).ifPresent(ofTools::add);
            }
        }
        Set<String> dotenv = new LinkedHashSet<>();
        EnvFileOption.values(process.arguments()).forEach(path -> dotenv.add(bearings.path(path)));
        return new NamedFiles(dotenv, ofTools);
    }
}

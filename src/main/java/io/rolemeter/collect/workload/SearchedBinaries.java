package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which traces of SDKs stand in a binary or an archive. A file is searched again only when it has changed. */
final class SearchedBinaries {
    private static final int MAX_REMEMBERED = 2000;
    private static final List<String> TRACES = List.of(
            Trace.GO_V2,
            Trace.GO_V1,
            Trace.RUST,
            Trace.CPP,
            Trace.JAVA_V2,
            Trace.JAVA_V2_NESTED,
            Trace.JAVA_V1,
            Trace.JAVA_V1_NESTED,
            Trace.JAVA_V1_STS,
            Trace.JAVA_STS,
            Trace.JAVA_STS_NESTED);

    /** What SDKs leave in what is built with them. */
    static final class Trace {
        static final String GO_V2 = "github.com/aws/aws-sdk-go-v2/config";
        static final String GO_V1 = "github.com/aws/aws-sdk-go/aws/credentials";
        static final String RUST = "/aws-config-1.";
        static final String CPP = "aws-sdk-cpp/";
        static final String JAVA_V2 = "software/amazon/awssdk/auth/credentials/";
        static final String JAVA_V2_NESTED = "/lib/auth-2.";
        static final String JAVA_V1 = "com/amazonaws/auth/DefaultAWSCredentialsProviderChain";
        static final String JAVA_V1_NESTED = "/lib/aws-java-sdk-core-1.";
        static final String JAVA_V1_STS = "com/amazonaws/services/securitytoken/";
        static final String JAVA_STS = "software/amazon/awssdk/services/sts/";
        static final String JAVA_STS_NESTED = "/lib/sts-2.";

        private Trace() {}
    }

    private final Map<String, Set<String>> remembered = new LinkedHashMap<>();

    Set<String> traces(HostFiles files, String path) {
        Optional<String> version = files.version(path);
        if (version.isEmpty()) {
            return Set.of();
        }
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(version.get(), key -> files.search(path, TRACES));
    }
}

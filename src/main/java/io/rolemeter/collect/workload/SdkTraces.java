package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.TerminalPrograms;
import io.rolemeter.collect.workload.SearchedBinaries.Trace;
import io.rolemeter.model.Sdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the SDK of a program by what its runtime would load, and remembers folders of modules for the next one with the same files. */
record SdkTraces(HostFiles files, SearchedBinaries binaries, NodeModules modules) {
    /** @param files those that the programs see, which in a container are others than the host's */
    SdkTraces(HostFiles files, SearchedBinaries binaries) {
        this(files, binaries, new NodeModules(files));
    }

    /**
     * What was found of an SDK.
     *
     * @param chain whose chain the program has, which of the older CLI is botocore's
     * @param traced whether there was any trace of AWS
     * @param assumesRoles whether it can call STS
     */
    record Found(Sdk sdk, Sdk chain, boolean traced, boolean assumesRoles, List<String> notes) {
        static final Found NOTHING = new Found(Sdk.UNKNOWN, Sdk.UNKNOWN, false, true, List.of());

        static Found of(Sdk sdk) {
            return new Found(sdk, sdk, true, true, List.of());
        }

        static Found ofAnother(String what) {
            return new Found(Sdk.UNKNOWN, Sdk.UNKNOWN, true, true, List.of("it is built with " + what));
        }
    }

    Found of(CommandLine command, Map<String, String> variables) {
        return switch (command.interpreter()) {
            case "node" -> node(command);
            case "python" -> python(command, variables);
            case "java" -> new ClassPath(files, binaries).found(command, variables);
            case "aws" -> Found.of(Sdk.AWS_CLI);
            default -> TerminalPrograms.include(command.interpreter()) ? Found.NOTHING : binary(command.executable());
        };
    }

    private Found node(CommandLine command) {
        Optional<NodeModules.Sdks> found = command.folders().stream()
                .map(modules::from)
                .filter(NodeModules.Sdks::any)
                .findFirst();
        if (found.isEmpty()) {
            return Found.NOTHING;
        }
        if (!found.get().v3()) {
            return Found.of(Sdk.JAVASCRIPT_V2);
        }
        return new Found(
                Sdk.JAVASCRIPT_V3,
                Sdk.JAVASCRIPT_V3,
                true,
                true,
                found.get().v2() ? List.of("version 2 of the SDK is there too, and may choose otherwise") : List.of());
    }

    private Found python(CommandLine command, Map<String, String> variables) {
        if (command.script().filter(path -> path.endsWith("/aws")).isPresent()) {
            return new Found(Sdk.AWS_CLI, Sdk.BOTOCORE, true, true, List.of());
        }
        return new PythonPackages(files).hasBotocore(command, variables) ? Found.of(Sdk.BOTOCORE) : Found.NOTHING;
    }

    private Found binary(String executable) {
        if (!executable.startsWith("/")) {
            return Found.NOTHING;
        }
        Set<String> traces = binaries.traces(files, executable);
        if (traces.contains(Trace.GO_V2)) {
            return Found.of(Sdk.GO_V2);
        }
        if (traces.contains(Trace.RUST)) {
            return Found.of(Sdk.RUST);
        }
        if (traces.contains(Trace.GO_V1)) {
            return Found.ofAnother("version 1 of the SDK for Go");
        }
        return traces.contains(Trace.CPP) ? Found.ofAnother("the SDK for C++") : Found.NOTHING;
    }
}

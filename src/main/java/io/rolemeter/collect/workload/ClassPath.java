package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.JavaCommand;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.workload.SearchedBinaries.Trace;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.model.Sdk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which SDK for Java is among the archives that a program loads, by their names or by what is in them. */
record ClassPath(HostFiles files, SearchedBinaries binaries) {
    private static final int MAX_ARCHIVES = 2000;
    private static final int MAX_SEARCHED = 20;
    private static final int MAX_APPLICATIONS = 50;

    /** Where Maven and Quarkus put what the manifest of an archive refers to; looked at where it holds no SDK itself. */
    private static final List<String> BESIDE = List.of("lib/*", "lib/main/*");

    /** With which Quarkus begins their names. */
    private static final List<String> GROUPS = List.of("software.amazon.awssdk.", "com.amazonaws.");

    SdkTraces.Found found(CommandLine command, Map<String, String> variables) {
        Set<String> traces = traces(archives(command, variables));
        return found(traces.isEmpty() ? traces(beside(command)) : traces);
    }

    private Set<String> traces(Set<String> archives) {
        Set<String> traces = new HashSet<>();
        List<String> others = new ArrayList<>();
        for (String archive : archives) {
            Set<String> named = ofName(archive.substring(archive.lastIndexOf('/') + 1));
            if (named.isEmpty()) {
                others.add(archive);
            }
            traces.addAll(named);
        }
        if (traces.isEmpty()) {
            others.stream().limit(MAX_SEARCHED).forEach(archive -> traces.addAll(binaries.traces(files, archive)));
        }
        return traces;
    }

    /** What an archive holds that is called as its maker calls it. A bundle holds every service. */
    private static Set<String> ofName(String file) {
        String name = GROUPS.stream()
                .filter(file::startsWith)
                .findFirst()
                .map(group -> file.substring(group.length()))
                .orElse(file);
        if (name.startsWith("bundle-2.")) {
            return Set.of(Trace.JAVA_V2, Trace.JAVA_STS);
        }
        if (name.startsWith("sts-2.")) {
            return Set.of(Trace.JAVA_STS);
        }
        if (name.startsWith("auth-2.") || name.startsWith("sdk-core-2.") || name.startsWith("aws-core-2.")) {
            return Set.of(Trace.JAVA_V2);
        }
        if (name.startsWith("aws-java-sdk-bundle-") || name.startsWith("aws-java-sdk-1.")) {
            return Set.of(Trace.JAVA_V1, Trace.JAVA_V1_STS);
        }
        if (name.startsWith("aws-java-sdk-sts-")) {
            return Set.of(Trace.JAVA_V1_STS);
        }
        return name.startsWith("aws-java-sdk-") ? Set.of(Trace.JAVA_V1) : Set.of();
    }

    private static SdkTraces.Found found(Set<String> traces) {
        boolean second = traces.contains(Trace.JAVA_V2) || traces.contains(Trace.JAVA_V2_NESTED);
        boolean first = traces.contains(Trace.JAVA_V1) || traces.contains(Trace.JAVA_V1_NESTED);
        if (second) {
            boolean sts = traces.contains(Trace.JAVA_STS) || traces.contains(Trace.JAVA_STS_NESTED);
            List<String> notes =
                    first ? List.of("version 1 of the SDK is there too, and may choose otherwise") : List.of();
            return new SdkTraces.Found(Sdk.JAVA_V2, Sdk.JAVA_V2, true, sts, notes);
        }
        return first
                ? new SdkTraces.Found(Sdk.JAVA_V1, Sdk.JAVA_V1, true, traces.contains(Trace.JAVA_V1_STS), List.of())
                : SdkTraces.Found.NOTHING;
    }

    private Set<String> archives(CommandLine command, Map<String, String> variables) {
        List<String> paths = new ArrayList<>(JavaCommand.classPath(command.arguments()));
        Optional.ofNullable(variables.get("CLASSPATH")).ifPresent(path -> paths.addAll(List.of(path.split(":", -1))));
        if (paths.isEmpty()) {
            paths.add("lib/*");
            paths.add("*");
        }
        paths.addAll(ofTomcat(command.properties(variables)));
        return archives(command, paths);
    }

    private Set<String> beside(CommandLine command) {
        String directory = command.workingDirectory();
        return JavaCommand.archive(command.arguments())
                .map(path -> path.startsWith("/") ? path : ProcessView.join(directory, path))
                .map(CommandLine::folder)
                .map(folder -> archives(
                        command,
                        BESIDE.stream()
                                .map(name -> HostFiles.join(folder, name))
                                .toList()))
                .orElse(Set.of());
    }

    private Set<String> archives(CommandLine command, List<String> paths) {
        Set<String> archives = new LinkedHashSet<>();
        for (String path : paths) {
            String absolute = path.startsWith("/") ? path : ProcessView.join(command.workingDirectory(), path);
            if (absolute.endsWith("/*")) {
                archives.addAll(inFolder(absolute.substring(0, absolute.length() - 1)));
            } else if (absolute.endsWith(".jar")) {
                archives.add(absolute);
            }
            if (archives.size() > MAX_ARCHIVES) {
                break;
            }
        }
        return archives;
    }

    /** What Tomcat loads beside its class path: its own archives, and those of the applications that it serves. */
    private List<String> ofTomcat(Map<String, String> properties) {
        String base = properties.getOrDefault("catalina.base", properties.getOrDefault("catalina.home", ""));
        if (base.isEmpty()) {
            return List.of();
        }
        List<String> paths = new ArrayList<>(List.of(HostFiles.join(base, "lib/*")));
        String applications = HostFiles.join(base, "webapps");
        if (files.list(applications) instanceof Listing.Entries entries) {
            entries.entries().stream()
                    .filter(Listing.Entry::directory)
                    .limit(MAX_APPLICATIONS)
                    .forEach(entry -> paths.add(HostFiles.join(applications, entry.name()) + "/WEB-INF/lib/*"));
        }
        return paths;
    }

    private List<String> inFolder(String folder) {
        return files.list(folder) instanceof Listing.Entries entries
                ? entries.entries().stream()
                        .filter(entry -> entry.name().endsWith(".jar"))
                        .map(entry -> HostFiles.join(folder, entry.name()))
                        .toList()
                : List.of();
    }
}

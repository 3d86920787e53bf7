package io.rolemeter.collect.keys.places.applications;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Set;

/**
 * Spring's {@code application*} and {@code bootstrap*}, {@code setenv.sh}, {@code AwsCredentials.properties} and their like in the
 * folders of applications and of application servers. What is packed into a jar is not seen.
 */
public final class JavaConfigs implements HidingPlace {
    private static final List<String> SPRING = List.of("application", "bootstrap");
    private static final List<String> SPRING_ENDINGS = List.of(".properties", ".yml", ".yaml");
    private static final Set<String> NAMES = Set.of(
            "setenv.sh",
            "AwsCredentials.properties",
            "awscredentials.properties",
            "aws.properties",
            "aws-credentials.properties",
            "credentials.properties",
            "catalina.properties",
            "context.xml",
            "server.xml",
            "standalone.xml",
            "standalone.conf",
            "jvm.options");
    private static final List<String> SERVERS =
            List.of("tomcat", "jetty", "wildfly", "jboss", "kafka", "elasticsearch");
    private static final List<String> FOLDERS_OF_SERVERS = List.of("/etc", "/usr/share", "/var/lib");

    @Override
    public Place place() {
        return Place.JAVA_CONFIG;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        boolean spring = SPRING.stream().anyMatch(name::startsWith)
                && SPRING_ENDINGS.stream().anyMatch(name::endsWith);
        return spring || NAMES.contains(name);
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.applications(this::wants);
        for (String parent : FOLDERS_OF_SERVERS) {
            for (Listing.Entry entry : survey.list(parent, ledger)) {
                SERVERS.stream()
                        .filter(entry.name()::startsWith)
                        .findFirst()
                        .ifPresent(server -> reader.tree(
                                HostFiles.join(parent, entry.name()), 2, this::wants, exposure(survey, server)));
            }
        }
    }

    private static Exposure exposure(Survey survey, String server) {
        return survey.runs(List.of(server, "java")) ? Exposure.LIVE : Exposure.AT_REST;
    }
}

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
 * Hadoop's {@code *-site.xml}, Spark's and Flink's defaults, and the catalogs of Trino and Presto, in their folders beneath
 * {@code /etc} and in those of applications. Live while a Java program runs or one of them starts at boot.
 */
public final class HadoopConfigs implements HidingPlace {
    private static final List<String> PROGRAMS = List.of(
            "hadoop",
            "hive",
            "spark",
            "hbase",
            "flink",
            "trino",
            "presto",
            "oozie",
            "tez",
            "livy",
            "alluxio",
            "zeppelin");
    private static final Set<String> NAMES = Set.of(
            "spark-defaults.conf", "spark-env.sh", "hadoop-env.sh", "flink-conf.yaml", "alluxio-site.properties");
    private static final String ETC = "/etc";

    @Override
    public Place place() {
        return Place.HADOOP_CONFIG;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        return name.endsWith("-site.xml") || NAMES.contains(name);
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.applications(this::wants);
        for (Listing.Entry entry : survey.list(ETC, ledger)) {
            PROGRAMS.stream().filter(entry.name()::startsWith).findFirst().ifPresent(program -> {
                Exposure ifActive = survey.runs(List.of(program, "java")) ? Exposure.LIVE : Exposure.AT_REST;
                reader.tree(HostFiles.join(ETC, entry.name()), 2, this::isOwn, ifActive);
            });
        }
    }

    private boolean isOwn(String name) {
        return wants(name) || name.endsWith(".properties") || name.endsWith(".conf");
    }
}

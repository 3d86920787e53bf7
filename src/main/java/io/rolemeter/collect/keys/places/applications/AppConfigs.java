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
import java.util.Locale;
import java.util.Set;

/**
 * Configuration of PHP, Rails, .NET, Python and Node applications in their folders, and of the programs under {@code /etc} that ship
 * logs, metrics and backups. The latter is live while the program runs or starts at boot.
 */
public final class AppConfigs implements HidingPlace {
    private static final Set<String> NAMES = Set.of(
            "wp-config.php",
            "web.config",
            ".npmrc",
            ".yarnrc.yml",
            ".pypirc",
            ".gitlab-ci.yml",
            ".travis.yml",
            "serverless.yml",
            "samconfig.toml",
            "airflow.cfg",
            "celeryconfig.py",
            "uwsgi.ini",
            "carrierwave.rb",
            "paperclip.rb",
            "shrine.rb",
            "filesystems.php",
            "services.php",
            "grafana.ini",
            "litestream.yml",
            "values.yaml");
    /** What the names of such files begin with, up to the first dot, dash or underscore. */
    private static final Set<String> BEGINNINGS = Set.of(
            "config",
            "configuration",
            "conf",
            "settings",
            "local",
            "secret",
            "secrets",
            "credential",
            "credentials",
            "aws",
            "awsconfig",
            "s3",
            "app",
            "appsettings",
            "parameters",
            "database",
            "storage",
            "production",
            "development",
            "staging",
            "default",
            "common",
            "base",
            "env",
            "environment",
            "keys",
            "constants");

    private static final Set<String> ENDINGS = Set.of(
            "json",
            "json5",
            "yml",
            "yaml",
            "toml",
            "ini",
            "conf",
            "cfg",
            "config",
            "js",
            "cjs",
            "mjs",
            "ts",
            "py",
            "rb",
            "php",
            "hcl",
            "xml",
            "properties",
            "sh",
            "pl");
    private static final Set<String> ENDINGS_UNDER_ETC =
            Set.of("conf", "yml", "yaml", "toml", "ini", "json", "cfg", "rb", "env", "config");
    private static final List<String> PROGRAMS = List.of(
            "fluent",
            "td-agent",
            "vector",
            "logstash",
            "telegraf",
            "grafana",
            "filebeat",
            "metricbeat",
            "gitlab",
            "loki",
            "promtail",
            "thanos",
            "cortex",
            "mimir",
            "tempo",
            "prometheus",
            "alertmanager",
            "docker-distribution",
            "harbor",
            "awslogs",
            "collectd",
            "rsyslog",
            "pgbackrest",
            "wal-g",
            "wal-e",
            "barman",
            "litestream",
            "restic",
            "borgmatic",
            "duplicity");
    private static final String ETC = "/etc";
    private static final int LEVELS = 3;

    @Override
    public Place place() {
        return Place.APP_CONFIG;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        if (NAMES.contains(name)) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < lower.length() && "._-".indexOf(lower.charAt(end)) < 0) {
            end++;
        }
        boolean begins = BEGINNINGS.contains(lower.substring(0, end)) || lower.startsWith("local_settings.");
        return begins && ENDINGS.contains(ending(lower));
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        reader.applications(this::wants);
        for (Listing.Entry entry : survey.list(ETC, ledger)) {
            PROGRAMS.stream().filter(entry.name()::startsWith).findFirst().ifPresent(program -> {
                Exposure ifActive = survey.runs(List.of(program)) ? Exposure.LIVE : Exposure.AT_REST;
                String path = HostFiles.join(ETC, entry.name());
                if (entry.directory()) {
                    reader.tree(path, LEVELS, name -> ENDINGS_UNDER_ETC.contains(ending(name)), ifActive);
                } else if (ENDINGS_UNDER_ETC.contains(ending(FileNames.withoutBackup(entry.name())))) {
                    reader.file(path, ifActive);
                }
            });
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

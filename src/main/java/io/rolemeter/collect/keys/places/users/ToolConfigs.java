package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.S3fs;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What tools for S3 keep their keys in: s3cmd, boto 2, rclone, s3fs, MinIO's client, and the first command line tools of AWS. Live
 * when a program runs that reads it or was told to, or when the host mounts with it at boot.
 */
public final class ToolConfigs implements HidingPlace {
    /** botocore still reads boto 2's files when it finds nothing better, so that any Python program may. */
    private static final List<String> PYTHON = List.of("python", "aws", "gunicorn", "celery", "uwsgi", "airflow");

    private static final List<String> S3FS = List.of("s3fs");
    private static final List<String> RCLONE = List.of("rclone");
    private static final List<String> MINIO = List.of("mc[", "mcli");

    private static final List<Tool> OF_HOMES = List.of(
            new Tool(".s3cfg", List.of("s3cmd")),
            new Tool(".boto", PYTHON),
            new Tool(".config/rclone/rclone.conf", RCLONE),
            new Tool(".rclone.conf", RCLONE),
            new Tool(".passwd-s3fs", S3FS),
            new Tool(".mc/config.json", MINIO),
            new Tool(".mcli/config.json", MINIO),
            new Tool(".aws_credentials", PYTHON),
            new Tool(".awssecret", List.of()));
    private static final List<Tool> OF_THE_HOST = List.of(
            new Tool("/etc/boto.cfg", PYTHON),
            new Tool("/etc/s3cfg", List.of("s3cmd")),
            new Tool("/etc/rclone.conf", RCLONE),
            new Tool("/etc/rclone/rclone.conf", RCLONE));
    private static final String S3FS_PASSWORDS = "/etc/passwd-s3fs";
    private static final String MOUNTS = "/etc/fstab";

    /** @param programs beginnings of the names of those that read the file */
    private record Tool(String path, List<String> programs) {}

    private record Config(String path, Exposure exposure) {}

    @Override
    public Place place() {
        return Place.TOOL_CONFIG;
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        survey.examineHomes(ledger);
        Reader reader = new Reader(survey, ledger);
        List<Config> ofHomes = configs(OF_HOMES, survey);
        for (String home : survey.homes()) {
            ofHomes.forEach(config -> reader.withBackups(HostFiles.join(home, config.path()), config.exposure()));
        }
        configs(OF_THE_HOST, survey).forEach(config -> reader.withBackups(config.path(), config.exposure()));
        List<String> mounts = mounts(survey, ledger);
        boolean mounted = mounts.stream().anyMatch(mount -> mount.contains("s3fs")) || survey.runs(S3FS);
        reader.withBackups(S3FS_PASSWORDS, mounted ? Exposure.LIVE : Exposure.AT_REST);
        Set<String> named = new LinkedHashSet<>();
        mounts.forEach(mount -> S3fs.passwordFile(mount).ifPresent(named::add));
        survey.programs()
                .programs()
                .forEach(program -> named.addAll(program.named().ofTools()));
        named.forEach(path -> reader.withBackups(path, Exposure.LIVE));
    }

    /** The lines of the list of mounts that are not commented out. */
    private static List<String> mounts(Survey survey, Ledger ledger) {
        return survey.read(MOUNTS, ledger)
                .map(Reading.Text::content)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** Asks once which tools run, whose answer is the same for all homes. */
    private static List<Config> configs(List<Tool> tools, Survey survey) {
        return tools.stream()
                .map(tool -> new Config(tool.path(), survey.runs(tool.programs()) ? Exposure.LIVE : Exposure.AT_REST))
                .toList();
    }
}

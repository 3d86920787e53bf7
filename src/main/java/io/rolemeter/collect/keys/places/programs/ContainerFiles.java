package io.rolemeter.collect.keys.places.programs;

import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.keys.HidingPlace;
import io.rolemeter.collect.keys.Ledger;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.collect.keys.Use;
import io.rolemeter.collect.keys.places.FileNames;
import io.rolemeter.collect.keys.places.Reader;
import io.rolemeter.collect.keys.text.TextFormat;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment that container engines keep for their containers (Docker's {@code config.v2.json}, the {@code config.json} of
 * podman and containerd), that Docker keeps of its images, and the files that containers are made from: compose files, quadlets,
 * static pods, the ECS agent's settings. Live for a container that runs or that its engine starts again.
 */
public final class ContainerFiles implements HidingPlace {
    private static final String DOCKER = "/var/lib/docker/containers";
    private static final String DOCKER_IMAGES = "/var/lib/docker/image/overlay2/imagedb/content/sha256";
    private static final String PODMAN = "/var/lib/containers/storage/overlay-containers";
    private static final String PODMAN_OF_USERS = ".local/share/containers/storage/overlay-containers";
    private static final String PODMAN_RUNNING = "/run/containers/storage/overlay-containers";
    private static final String CONTAINERD = "/run/containerd/io.containerd.runtime.v2.task";
    private static final List<String> QUADLETS = List.of("/etc/containers/systemd", "/usr/share/containers/systemd");
    private static final List<String> READ_AT_BOOT = List.of("/etc/kubernetes/manifests", "/etc/ecs");

    private static final Pattern RUNNING = Pattern.compile("\"Running\"\\s*:\\s*true");
    private static final Pattern RESTARTED =
            Pattern.compile("\"RestartPolicy\"\\s*:\\s*\\{\\s*\"Name\"\\s*:\\s*\"(always|unless-stopped)\"");
    private static final Pattern NAME = Pattern.compile("\"Name\"\\s*:\\s*\"/([\\w.-]{1,128})\"");

    @Override
    public Place place() {
        return Place.CONTAINER;
    }

    @Override
    public boolean wants(String fileName) {
        String name = FileNames.withoutBackup(fileName);
        boolean compose =
                name.startsWith("docker-compose") || name.startsWith("compose.") || name.startsWith("podman-compose");
        return (compose && (name.endsWith(".yml") || name.endsWith(".yaml")))
                || name.equals("Dockerfile")
                || name.equals("Containerfile")
                || name.startsWith("Dockerfile.");
    }

    @Override
    public void look(Survey survey, Ledger ledger) {
        Reader reader = new Reader(survey, ledger);
        for (Listing.Entry container : survey.list(DOCKER, ledger)) {
            docker(HostFiles.join(DOCKER, container.name()), reader);
        }
        for (Listing.Entry image : survey.list(DOCKER_IMAGES, ledger)) {
            reader.file(HostFiles.join(DOCKER_IMAGES, image.name()), TextFormat.JSON, Use.of(Exposure.AT_REST));
        }
        podman(PODMAN, reader);
        for (String home : survey.homes()) {
            podman(HostFiles.join(home, PODMAN_OF_USERS), reader);
            reader.folder(HostFiles.join(home, ".config/containers/systemd"), name -> true, Exposure.LIVE);
        }
        for (Listing.Entry namespace : survey.list(CONTAINERD, ledger)) {
            String folder = HostFiles.join(CONTAINERD, namespace.name());
            for (Listing.Entry task : survey.list(folder, ledger)) {
                reader.file(HostFiles.join(HostFiles.join(folder, task.name()), "config.json"), Exposure.LIVE);
            }
        }
        QUADLETS.forEach(folder -> reader.folder(folder, name -> true, Exposure.LIVE));
        READ_AT_BOOT.forEach(folder -> reader.folder(folder, name -> true, Exposure.LIVE));
        reader.idleApplications(this::wants);
    }

    private static void docker(String folder, Reader reader) {
        boolean restarted = reader.survey()
                .read(HostFiles.join(folder, "hostconfig.json"), reader.ledger())
                .filter(settings -> RESTARTED.matcher(settings.content()).find())
                .isPresent();
        Optional<Reading.Text> container =
                reader.survey().read(HostFiles.join(folder, "config.v2.json"), reader.ledger());
        container.ifPresent(file -> {
            boolean live = restarted || RUNNING.matcher(file.content()).find();
            Matcher name = NAME.matcher(file.content());
            Use use = Use.of(live ? Exposure.LIVE : Exposure.AT_REST)
                    .by(name.find() ? Optional.of("container:" + name.group(1)) : Optional.empty());
            reader.text(file, TextFormat.JSON, use);
        });
    }

    /** A container's {@code pidfile} lies in a folder that does not survive a boot; a process of that number has to be there. */
    private static void podman(String storage, Reader reader) {
        for (Listing.Entry container : reader.survey().list(storage, reader.ledger())) {
            if (!container.directory()) {
                continue;
            }
            boolean running = reader.survey()
                    .read(PODMAN_RUNNING + "/" + container.name() + "/userdata/pidfile", reader.ledger())
                    .map(file -> file.content().strip())
                    .filter(pid -> reader.survey().programs().everywhere().stream()
                            .anyMatch(program -> Integer.toString(program.pid()).equals(pid)))
                    .isPresent();
            String folder = HostFiles.join(storage, container.name() + "/userdata");
            reader.file(HostFiles.join(folder, "config.json"), running ? Exposure.LIVE : Exposure.AT_REST);
            reader.folder(HostFiles.join(folder, "artifacts"), "create-config"::equals, Exposure.AT_REST);
        }
    }
}

package io.rolemeter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Builds the Dockerfile as it is, on bases that are made from local files; {@code -Pimage} runs this. */
@Tag("image")
class DockerfileIT extends ContainerContract {
    @TempDir
    private static Path folder;

    private static Buildah buildah;
    private static @Nullable String container;

    @BeforeAll
    static void build() throws IOException {
        Root.require("build an image");
        buildah = new Buildah(folder.resolve("store"));
        buildah.image("localhost/base", LocalBases.debian());
        LocalBases.buildImage(buildah, "localhost/tools", Files.createDirectory(folder.resolve("tools")));
        List<String> command = new ArrayList<>(List.of("bud", "--isolation=chroot", "--quiet", "--pull-never"));
        command.addAll(LocalBases.tools());
        command.addAll(List.of("--build-arg=BUILD_IMAGE=localhost/tools", "--build-arg=BASE=localhost/base"));
        command.addAll(List.of("--tag=localhost/rolemeter", "."));
        buildah.output(command.toArray(String[]::new));
        container = buildah.container("localhost/rolemeter");
    }

    @AfterAll
    static void remove() throws IOException {
        if (container != null) {
            buildah.output("rm", "--all");
            buildah.output("rmi", "--all", "--force");
        }
    }

    @Override
    Buildah buildah() {
        return buildah;
    }

    @Override
    String container() {
        return requireNonNull(container);
    }
}

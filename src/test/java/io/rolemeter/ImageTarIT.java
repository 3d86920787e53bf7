package io.rolemeter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The image that {@code -Ppackages} makes without an engine does what the Dockerfile's does, on no base. */
@Tag("packages")
class ImageTarIT extends ContainerContract {
    @TempDir
    private static Path folder;

    private static Buildah buildah;
    private static @Nullable String container;

    @BeforeAll
    static void load() throws IOException {
        Root.require("run an image");
        buildah = new Buildah(folder.resolve("store"));
        container = buildah.container("docker-archive:target/rolemeter-image.tar");
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

package io.rolemeter.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.PackagedJar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class LinkedJarIT {
    @Test
    void noClassOfTheJarIsLinkedWhileItRuns() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            List<String> linked = new ArrayList<>();
            List<? extends ZipEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (ZipEntry entry : classes) {
                if (Calls.areToBeLinked(jar.getInputStream(entry).readAllBytes())) {
                    linked.add(entry.getName());
                }
            }

            assertThat(classes).hasSizeGreaterThan(5000);
            assertThat(linked).isEmpty();
        }
    }
}

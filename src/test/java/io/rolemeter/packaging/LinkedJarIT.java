package io.rolemeter.packaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.PackagedJar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

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

    /** Else the first lambda that uses something private would fail, wherever it stands. */
    @Test
    void everyMemberOfANestIsKnownToItsHost() throws IOException {
        Map<String, ClassNode> classes = new HashMap<>();
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                ClassNode type = new ClassNode();
                new ClassReader(jar.getInputStream(entry).readAllBytes()).accept(type, ClassReader.SKIP_CODE);
                classes.put(type.name, type);
            }
        }

        List<ClassNode> members = classes.values().stream()
                .filter(type -> type.nestHostClass != null)
                .toList();
        assertThat(members).hasSizeGreaterThan(1000).allSatisfy(member -> {
            ClassNode host = requireNonNull(classes.get(member.nestHostClass), member.name);
            assertThat(host.nestMembers).contains(member.name);
        });
    }
}

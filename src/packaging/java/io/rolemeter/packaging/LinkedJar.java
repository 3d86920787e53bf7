package io.rolemeter.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Links the calls of all classes in a jar. */
public final class LinkedJar {
    private static final String CLASS = ".class";

    private LinkedJar() {}

    /** Takes the path of the jar, which is written anew. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        write(jar, linked(read(jar)));
    }

    /** The entries by name, each class followed by those of its lambdas. */
    static Map<String, byte[]> linked(Map<String, byte[]> entries) {
        Map<String, byte[]> linked = new LinkedHashMap<>();
        Nests nests = new Nests();
        ClassLoader classes = new Classes(entries);
        entries.forEach((name, content) -> {
            if (!name.endsWith(CLASS)) {
                linked.put(name, content);
                return;
            }
            LinkedClass of = new LinkedClass(content, classes);
            Map<String, byte[]> added = of.added();
            linked.put(name, of.bytes());
            added.forEach((internalName, bytes) -> linked.put(internalName + CLASS, bytes));
            nests.add(of.nestHost(), added.keySet());
        });
        nests.hosts().forEach((host, members) -> linked.computeIfPresent(
                host + CLASS, (name, content) -> Nests.with(content, members)));
        return linked;
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static void write(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    /** What is in the jar, before it is linked. */
    private static final class Classes extends ClassLoader {
        private final Map<String, byte[]> entries;

        private Classes(Map<String, byte[]> entries) {
            super(getPlatformClassLoader());
            this.entries = entries;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] content = entries.get(name.replace('.', '/') + CLASS);
            if (content == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, content, 0, content.length);
        }
    }
}

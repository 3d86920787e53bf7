package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The jar holds what is used, as {@code used.pro} finds it. It cannot follow a name in a text: so each class of a library that looks
 * things up by name is known here, with why that is safe.
 */
class UsedIT {
    private static final String TABLES = "software/amazon/awssdk/regions/servicemetadata/";

    private static final Pattern OURS = Pattern.compile("(io/rolemeter|picocli)/.*");

    /** The classes of a class's lambdas, which the build makes. */
    private static final String LAMBDAS = "\\$\\$Lambda\\$[0-9]+$";

    private static final Set<String> LOOKUPS = Set.of(
            "forName",
            "loadClass",
            "getMethod",
            "getDeclaredMethod",
            "getField",
            "getDeclaredField",
            "getConstructor",
            "getDeclaredConstructor",
            "findStatic",
            "findVirtual",
            "findConstructor",
            "findVarHandle",
            "newUpdater");

    /** Classes of the JDK, or such as this program does not have in any case: Netty, CRT, Kotlin, single sign-on. */
    private static final Set<String> OUTSIDE = Set.of(
            "org.eclipse.jetty.util.VirtualThreads",
            "org.eclipse.jetty.util.security.SecurityUtils",
            "org.slf4j.helpers.SubstituteLogger",
            "software.amazon.awssdk.checksums.internal.ConstructorCache",
            "software.amazon.awssdk.checksums.internal.CrcCloneOnMarkChecksum",
            "software.amazon.awssdk.core.internal.http.loader.SystemPropertyHttpServiceProvider",
            "software.amazon.awssdk.core.internal.useragent.UserAgentLangValues");

    /** Of what a caller hands in, or finds with the help of such a class; the callers are of this list. */
    private static final Set<String> HANDED_IN = Set.of(
            "com.fasterxml.jackson.databind.ext.Java7Support",
            "com.fasterxml.jackson.databind.ext.OptionalHandlerFactory",
            "com.fasterxml.jackson.databind.introspect.AnnotatedMethodCollector",
            "com.fasterxml.jackson.databind.jdk14.JDK14Util$RecordAccessor",
            "com.fasterxml.jackson.databind.util.ClassUtil",
            "io.micrometer.core.instrument.config.validate.PropertyValidator",
            "org.HdrHistogram.DoubleHistogram",
            "software.amazon.awssdk.core.internal.util.ClassLoaderHelper",
            "software.amazon.awssdk.utils.ClassLoaderHelper");

    /** {@code used.pro} names what they look for. */
    private static final Set<String> KEPT = Set.of(
            "io.micrometer.core.instrument.distribution.AbstractTimeWindowHistogram",
            "io.micrometer.core.instrument.distribution.TimeWindowMax",
            "org.HdrHistogram.AbstractHistogram",
            "org.HdrHistogram.AtomicHistogram",
            "org.HdrHistogram.ConcurrentHistogram",
            "org.HdrHistogram.WriterReaderPhaser",
            "org.HdrHistogram.packedarray.ConcurrentPackedArrayContext",
            "org.eclipse.jetty.util.TypeUtil",
            "org.eclipse.jetty.util.Utf8StringBuilder",
            "org.slf4j.LoggerFactory",
            "software.amazon.awssdk.auth.credentials.internal.ProfileCredentialsUtils",
            "software.amazon.awssdk.auth.credentials.internal.WebIdentityCredentialsUtils",
            "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider");

    @Test
    void whoLooksForSomethingByItsNameIsKnown() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            Set<String> found = new TreeSet<>();
            for (ZipEntry entry : classes(jar)) {
                ClassNode type = new ClassNode();
                new ClassReader(jar.getInputStream(entry).readAllBytes())
                        .accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                if (looksUp(type)) {
                    found.add(type.name.replace('/', '.').replaceFirst(LAMBDAS, ""));
                }
            }

            Set<String> known = new TreeSet<>(OUTSIDE);
            known.addAll(HANDED_IN);
            known.addAll(KEPT);
            assertThat(found)
                    .as("what looks for something by its name: see to it that used.pro keeps that, then name it here")
                    .isEqualTo(known);
        }
    }

    @Test
    void theTablesOfAllServicesAreThere() throws IOException {
        String regions = List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(path -> new File(path).getName().matches("regions-[0-9.]+\\.jar"))
                .collect(Collectors.joining());
        try (JarFile ours = new JarFile(PackagedJar.path().toFile());
                JarFile sdk = new JarFile(regions)) {
            assertThat(tables(ours)).hasSizeGreaterThan(300).isEqualTo(tables(sdk));
        }
    }

    @Test
    void whoIsNamedAsAProviderIsThere() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            for (JarEntry services : jar.stream()
                    .filter(entry -> entry.getName().matches("META-INF/services/.+"))
                    .toList()) {
                String providers = new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(providers
                                .lines()
                                .map(line -> line.replaceFirst("#.*", "").strip()))
                        .as(services.getName())
                        .allMatch(name -> name.isEmpty() || jar.getEntry(name.replace('.', '/') + ".class") != null);
            }
        }
    }

    private static Set<String> tables(JarFile jar) {
        return jar.stream()
                .map(ZipEntry::getName)
                .map(name -> name.replaceFirst("\\.class$", "").replaceFirst(LAMBDAS, ""))
                .filter(name -> name.startsWith(TABLES) && !name.endsWith("/"))
                .collect(Collectors.toSet());
    }

    private static List<? extends ZipEntry> classes(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .filter(entry -> !OURS.matcher(entry.getName()).matches())
                .toList();
    }

    private static boolean looksUp(ClassNode type) {
        return type.methods.stream()
                .flatMap(method -> StreamSupport.stream(method.instructions.spliterator(), false))
                .filter(MethodInsnNode.class::isInstance)
                .map(MethodInsnNode.class::cast)
                .anyMatch(call -> LOOKUPS.contains(call.name)
                        && (call.owner.startsWith("java/lang/")
                                || call.owner.startsWith("java/util/concurrent/atomic/")));
    }
}

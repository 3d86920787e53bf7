package io.rolemeter.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

class LinkedJarTest {
    private static final List<String> SAMPLES = List.of(
            "Linkable",
            "Linkable$Nothing",
            "Linkable$Everything",
            "Linkable$Named",
            "Linkable$NamedText",
            "Linkable$Throwing",
            "Linkable$WithPrivate",
            "Linkable$Inner",
            "Linkable$1");

    @Test
    void whatIsLinkedDoesTheSame() throws Exception {
        List<String> expected = new Linkable().get();
        Map<String, byte[]> linked = LinkedJar.linked(samples());

        Object made = new Loader(linked)
                .loadClass(Linkable.class.getName())
                .getDeclaredConstructor()
                .newInstance();

        assertThat(made.getClass()).isNotEqualTo(Linkable.class);
        assertThat(((Supplier<?>) made).get()).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(15);
    }

    @Test
    void nothingIsLeftToBeLinked() throws Exception {
        Map<String, byte[]> samples = samples();

        assertThat(samples.values()).anyMatch(Calls::areToBeLinked);
        assertThat(LinkedJar.linked(samples).values()).noneMatch(Calls::areToBeLinked);
    }

    @Test
    void allInterfacesOfJavaShareOneClass() throws Exception {
        assertThat(LinkedJar.linked(samples()).keySet())
                .filteredOn(name -> name.contains("Linkable$$Lambda"))
                .as("functions; Runnable, NamedText, Throwing, Callable, Comparator")
                .hasSize(6);
    }

    /** A class with both interfaces could not be asked for it. */
    @Test
    void noTwoOfThemHaveADefaultMethodInCommon() throws Exception {
        Path functions = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/util/function");
        Map<String, String> owners = new HashMap<>();
        try (Stream<Path> files = Files.list(functions)) {
            for (Path file : files.toList()) {
                ClassNode type = new ClassNode();
                new ClassReader(Files.readAllBytes(file)).accept(type, 0);
                type.methods.stream()
                        .filter(method -> (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0)
                        .forEach(method -> assertThat(owners.put(method.name + method.desc, type.name))
                                .as(method.name + method.desc)
                                .isNull());
            }
        }

        assertThat(owners).hasSizeGreaterThan(20);
    }

    @Test
    void whatIsNotAClassStays() {
        byte[] text = {1, 2, 3};

        assertThat(LinkedJar.linked(Map.of("META-INF/text", text))).containsExactly(Map.entry("META-INF/text", text));
    }

    /** As picocli is: a verifier would have to find out by itself what is on the stack after a branch. */
    @Test
    void aClassFromBeforeJavaSevenIsVerifiedLikeANewOne() throws Exception {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "Old", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "either", "(Z)Ljava/lang/Object;", null, null);
        Label other = new Label();
        Label end = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitJumpInsn(Opcodes.IFEQ, other);
        code.visitLdcInsn("text");
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(other);
        code.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/Boolean", "FALSE", "Ljava/lang/Boolean;");
        code.visitLabel(end);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);

        Map<String, byte[]> linked = LinkedJar.linked(Map.of("Old.class", writer.toByteArray()));
        Class<?> loaded = new Loader(linked).loadClass("Old");

        assertThat(new ClassReader(linked.get("Old.class")).readShort(6)).isEqualTo((short) Opcodes.V11);
        assertThat(loaded.getMethod("either", boolean.class).invoke(null, true)).isEqualTo("text");
        assertThat(loaded.getMethod("either", boolean.class).invoke(null, false))
                .isEqualTo(false);
    }

    /** A lambda of one function would be taken for another. */
    @Test
    void aQuestionForASharedInterfaceIsRefused() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Asks", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "asks", "(Ljava/lang/Object;)Z", null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitTypeInsn(Opcodes.INSTANCEOF, "java/util/function/Function");
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);

        assertThatThrownBy(
                        () -> new LinkedClass(writer.toByteArray(), getClass().getClassLoader()))
                .hasMessageStartingWith("Asks asks");
    }

    @Test
    void anUnknownBootstrapMethodIsRefused() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Unknown", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "calls", "()V", null, null);
        code.visitInvokeDynamicInsn(
                "name", "()V", new Handle(Opcodes.H_INVOKESTATIC, "Other", "bootstrap", "()V", false));
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);

        assertThatThrownBy(
                        () -> new LinkedClass(writer.toByteArray(), getClass().getClassLoader()))
                .hasMessageStartingWith("unknown in Unknown");
    }

    private static Map<String, byte[]> samples() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        for (String name : SAMPLES) {
            String file = "io/rolemeter/packaging/" + name + ".class";
            try (InputStream in = Objects.requireNonNull(LinkedJarTest.class.getResourceAsStream("/" + file), file)) {
                samples.put(file, in.readAllBytes());
            }
        }
        return samples;
    }

    /** Knows these classes before its parent does. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        private Loader(Map<String, byte[]> files) {
            super(Linkable.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] content = files.get(name.replace('.', '/') + ".class");
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || content == null) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            return defineClass(name, content, 0, content.length);
        }
    }
}

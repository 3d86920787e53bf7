package io.rolemeter.packaging;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A class without calls that are still to be linked. One from before Java 7 is told what a verifier needs to know, which would else have
 * to find it out at each start.
 */
final class LinkedClass {
    private static final int VERSION = 0xFFFF;

    private final ClassNode node = new ClassNode();
    private final Lambdas lambdas = new Lambdas(node);
    private final Concatenations concatenations = new Concatenations(node);
    private final RecordMethods ofRecord = new RecordMethods(node);
    private final ClassLoader classes;
    private final byte[] bytes;

    /** @param classes that it names, to be loaded but not used */
    LinkedClass(byte[] content, ClassLoader classes) {
        this.classes = classes;
        new ClassReader(content).accept(node, 0);
        boolean changed = link();
        boolean old = (node.version & VERSION) < Opcodes.V1_7;
        this.bytes = changed || old ? written(old ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS) : content;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The class whose nest the added ones belong to, by its internal name. */
    String nestHost() {
        return node.nestHostClass == null ? node.name : node.nestHostClass;
    }

    /** The classes of its lambdas, by their internal names. */
    Map<String, byte[]> added() {
        return lambdas.classes(nestHost());
    }

    private boolean link() {
        boolean changed = false;
        for (MethodNode method : List.copyOf(node.methods)) {
            for (AbstractInsnNode instruction : method.instructions.toArray()) {
                if (instruction instanceof InvokeDynamicInsnNode call) {
                    method.instructions.set(call, linked(call));
                    changed = true;
                } else if (instruction.getOpcode() == Opcodes.INSTANCEOF) {
                    refuseShared(((TypeInsnNode) instruction).desc);
                }
            }
        }
        return changed;
    }

    private MethodInsnNode linked(InvokeDynamicInsnNode call) {
        return switch (call.bsm.getOwner()) {
            case "java/lang/invoke/LambdaMetafactory" -> lambdas.factory(Lambda.of(call));
            case "java/lang/invoke/StringConcatFactory" -> concatenations.linked(call);
            case "java/lang/runtime/ObjectMethods" -> ofRecord.linked(call);
            default -> throw new IllegalArgumentException("unknown in " + node.name + ": " + call.bsm);
        };
    }

    /** See {@link Lambdas}. */
    private void refuseShared(String type) {
        if (type.startsWith(Lambdas.SHARING)) {
            throw new IllegalArgumentException(node.name + " asks for an interface that lambdas share");
        }
    }

    private byte[] written(int computed) {
        node.version = Math.max(node.version & VERSION, Opcodes.V11); // the first with nests
        ClassWriter writer = new ClassWriter(computed) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        node.accept(writer);
        return writer.toByteArray();
    }
}

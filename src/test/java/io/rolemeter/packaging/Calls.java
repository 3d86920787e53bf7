package io.rolemeter.packaging;

import java.util.stream.StreamSupport;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** The calls in a class. */
final class Calls {
    private Calls() {}

    /** Whether there is one that the JVM would have to link while the program runs. */
    static boolean areToBeLinked(byte[] content) {
        ClassNode node = new ClassNode();
        new ClassReader(content).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return node.methods.stream()
                .flatMap(method -> StreamSupport.stream(method.instructions.spliterator(), false))
                .anyMatch(InvokeDynamicInsnNode.class::isInstance);
    }
}

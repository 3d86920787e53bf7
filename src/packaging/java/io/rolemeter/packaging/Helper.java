package io.rolemeter.packaging;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Methods that a class is given: private, static and synthetic. */
final class Helper {
    private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

    private Helper() {}

    static GeneratorAdapter begin(ClassNode host, Method method) {
        return new GeneratorAdapter(
                host.visitMethod(ACCESS, method.getName(), method.getDescriptor(), null, null),
                ACCESS,
                method.getName(),
                method.getDescriptor());
    }

    static MethodInsnNode call(ClassNode host, Method method) {
        boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, host.name, method.getName(), method.getDescriptor(), isInterface);
    }
}

package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or a reference to a method, as {@code LambdaMetafactory} is told of it.
 *
 * @param shape what its class has to look like
 * @param captured the types of what it takes with it
 * @param target what it calls
 * @param used the types of its parameters and its result where it is used, which its interface may have forgotten
 */
record Lambda(Shape shape, List<Type> captured, Handle target, Type used) {
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 2;
    private static final int BRIDGES = 4;

    /** Where the flags are among what is told, and what follows them. */
    private static final int FLAGS = 3;

    /**
     * What those who use a lambda see of it.
     *
     * @param interfaces internal names, the functional one first
     * @param methods the one of that, and its bridges
     */
    record Shape(List<String> interfaces, List<Method> methods) {}

    static Lambda of(InvokeDynamicInsnNode call) {
        Object[] told = call.bsmArgs;
        List<String> interfaces = new ArrayList<>();
        List<Method> methods = new ArrayList<>();
        interfaces.add(Type.getReturnType(call.desc).getInternalName());
        methods.add(new Method(call.name, ((Type) told[0]).getDescriptor()));
        if (call.bsm.getName().equals("altMetafactory")) {
            int flags = (int) told[FLAGS];
            int at = FLAGS + 1;
            if ((flags & SERIALIZABLE) != 0) {
                interfaces.add("java/io/Serializable");
            }
            if ((flags & MARKERS) != 0) {
                int end = at + 1 + (int) told[at];
                for (at++; at < end; at++) {
                    interfaces.add(((Type) told[at]).getInternalName());
                }
            }
            if ((flags & BRIDGES) != 0) {
                int end = at + 1 + (int) told[at];
                for (at++; at < end; at++) {
                    methods.add(new Method(call.name, ((Type) told[at]).getDescriptor()));
                }
            }
        }
        return new Lambda(
                new Shape(interfaces.stream().distinct().toList(), List.copyOf(methods)),
                List.of(Type.getArgumentTypes(call.desc)),
                (Handle) told[1],
                (Type) told[2]);
    }

    /** The descriptor of a method that makes it. */
    String factoryType() {
        return Type.getMethodDescriptor(
                Type.getObjectType(shape.interfaces().get(0)), captured.toArray(Type[]::new));
    }
}

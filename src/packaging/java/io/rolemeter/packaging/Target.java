package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * What a lambda calls: a method or a constructor.
 *
 * @param parameters where it is called on an object, with that
 */
record Target(Handle handle, List<Type> parameters, Type result) {
    static Target of(Handle handle) {
        Type owner = Type.getObjectType(handle.getOwner());
        List<Type> parameters = new ArrayList<>();
        if (!isConstructor(handle) && handle.getTag() != Opcodes.H_INVOKESTATIC) {
            parameters.add(owner);
        }
        parameters.addAll(List.of(Type.getArgumentTypes(handle.getDesc())));
        return new Target(handle, parameters, isConstructor(handle) ? owner : Type.getReturnType(handle.getDesc()));
    }

    /** To be done before the parameters are on the stack. */
    void begin(GeneratorAdapter code) {
        if (isConstructor(handle)) {
            code.newInstance(result);
            code.dup();
        }
    }

    void call(GeneratorAdapter code) {
        code.visitMethodInsn(opcode(), handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    private int opcode() {
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            // What is private is called like anything else within a nest.
            case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKESPECIAL, Opcodes.H_INVOKEINTERFACE -> handle.isInterface()
                    ? Opcodes.INVOKEINTERFACE
                    : Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalArgumentException("not a method: " + handle);
        };
    }

    private static boolean isConstructor(Handle handle) {
        return handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }
}

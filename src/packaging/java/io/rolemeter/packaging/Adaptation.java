package io.rolemeter.packaging;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** Makes a value on the stack fit, as {@code LambdaMetafactory} does: by casts, boxes, and wider numbers. */
final class Adaptation {
    private static final Type BOXED_CHARACTER = Type.getType(Character.class);

    private Adaptation() {}

    /** @param used what the value is known to be, which its own type may have forgotten */
    static void adapt(GeneratorAdapter code, Type from, Type used, Type to) {
        if (to.getSort() == Type.VOID) {
            pop(code, from);
        } else if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (!isPrimitive(to)) {
            cast(code, from, to);
        } else if (from.equals(BOXED_CHARACTER) || used.equals(BOXED_CHARACTER)) {
            code.unbox(Type.CHAR_TYPE);
            code.cast(Type.CHAR_TYPE, to);
        } else {
            code.unbox(to);
        }
    }

    static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static void cast(GeneratorAdapter code, Type from, Type to) {
        if (!from.equals(to)) {
            code.checkCast(to);
        }
    }

    private static void pop(GeneratorAdapter code, Type type) {
        if (type.getSize() == 2) {
            code.pop2();
        } else if (type.getSize() == 1) {
            code.pop();
        }
    }
}

package io.rolemeter.packaging;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** Code that puts a text together. */
final class Texts {
    private static final Type BUILDER = Type.getType(StringBuilder.class);
    private static final Type TEXT = Type.getType(String.class);
    private static final Type OBJECT = Type.getType(Object.class);

    private final GeneratorAdapter code;

    private Texts(GeneratorAdapter code) {
        this.code = code;
    }

    static Texts begin(GeneratorAdapter code) {
        code.newInstance(BUILDER);
        code.dup();
        code.invokeConstructor(BUILDER, Method.getMethod("void <init>()"));
        return new Texts(code);
    }

    void constant(String text) {
        if (!text.isEmpty()) {
            code.push(text);
            append(TEXT);
        }
    }

    /** Appends what is on the stack, as an object is written even if it is an array of letters. */
    void append(Type type) {
        Type taken = switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> Type.INT_TYPE;
            case Type.ARRAY, Type.OBJECT -> type.equals(TEXT) ? TEXT : OBJECT;
            default -> type;
        };
        code.invokeVirtual(BUILDER, new Method("append", BUILDER, new Type[] {taken}));
    }

    void end() {
        code.invokeVirtual(BUILDER, Method.getMethod("String toString()"));
        code.returnValue();
        code.endMethod();
    }
}

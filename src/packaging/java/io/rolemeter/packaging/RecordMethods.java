package io.rolemeter.packaging;

import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What a record has of itself, {@code equals}, {@code hashCode} and {@code toString}, instead of {@code ObjectMethods}. */
final class RecordMethods {
    /** What the components follow among what is told: the class, and their names. */
    private static final int BEFORE = 2;

    private static final Type OBJECTS = Type.getObjectType("java/util/Objects");
    private static final int HASH_FACTOR = 31;

    private final ClassNode host;

    /** @param host may be read later */
    RecordMethods(ClassNode host) {
        this.host = host;
    }

    private Type type() {
        return Type.getObjectType(host.name);
    }

    /** The call of a method that does the same. */
    MethodInsnNode linked(InvokeDynamicInsnNode call) {
        Method method = new Method("record$" + call.name, call.desc);
        List<Handle> components =
                Stream.of(call.bsmArgs).skip(BEFORE).map(Handle.class::cast).toList();
        GeneratorAdapter code = Helper.begin(host, method);
        switch (call.name) {
            case "equals" -> equality(code, components);
            case "hashCode" -> hash(code, components);
            case "toString" -> text(code, components);
            default -> throw new IllegalArgumentException("not a method of records: " + call.name);
        }
        return Helper.call(host, method);
    }

    private void equality(GeneratorAdapter code, List<Handle> components) {
        Label same = new Label();
        Label different = new Label();
        code.loadArg(1);
        code.instanceOf(type());
        code.visitJumpInsn(Opcodes.IFNE, same);
        mark(code, different);
        code.push(false);
        code.returnValue();
        mark(code, same);
        for (Handle component : components) {
            Type compared = Type.getType(component.getDesc());
            boolean asObjects = !isExact(compared);
            get(code, 0, component, asObjects);
            get(code, 1, component, asObjects);
            if (asObjects) {
                code.invokeStatic(OBJECTS, Method.getMethod("boolean equals(Object, Object)"));
                code.visitJumpInsn(Opcodes.IFEQ, different);
            } else {
                code.ifCmp(compared, GeneratorAdapter.NE, different);
            }
        }
        code.push(true);
        code.returnValue();
        code.endMethod();
    }

    private void mark(GeneratorAdapter code, Label label) {
        Object[] locals = {host.name, "java/lang/Object"};
        code.mark(label);
        code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    }

    /** Whether {@code ==} says what {@code equals} would. */
    private static boolean isExact(Type type) {
        return Adaptation.isPrimitive(type) && type.getSort() != Type.FLOAT && type.getSort() != Type.DOUBLE;
    }

    private void hash(GeneratorAdapter code, List<Handle> components) {
        code.push(0);
        for (Handle component : components) {
            code.push(HASH_FACTOR);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            get(code, 0, component, true);
            code.invokeStatic(OBJECTS, Method.getMethod("int hashCode(Object)"));
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
        code.returnValue();
        code.endMethod();
    }

    private void text(GeneratorAdapter code, List<Handle> components) {
        Texts text = Texts.begin(code);
        text.constant(host.name.substring(Math.max(host.name.lastIndexOf('/'), host.name.lastIndexOf('$')) + 1));
        String before = "[";
        for (Handle component : components) {
            text.constant(before + component.getName() + "=");
            get(code, 0, component, false);
            text.append(Type.getType(component.getDesc()));
            before = ", ";
        }
        text.constant(components.isEmpty() ? "[]" : "]");
        text.end();
    }

    private void get(GeneratorAdapter code, int argument, Handle component, boolean asObject) {
        Type ofComponent = Type.getType(component.getDesc());
        code.loadArg(argument);
        code.checkCast(type());
        code.getField(type(), component.getName(), ofComponent);
        if (asObject && Adaptation.isPrimitive(ofComponent)) {
            code.valueOf(ofComponent);
        }
    }
}

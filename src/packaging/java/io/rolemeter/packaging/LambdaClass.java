package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.commons.TableSwitchGenerator;

/** One class for many lambdas: each instance has the number of its lambda, and what it has captured. */
final class LambdaClass {
    private static final Type OBJECT = Type.getType(Object.class);
    private static final String NUMBER = "number";
    private static final int PRIVATE_FINAL = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

    private final Type type;
    private final Slots slots = new Slots();
    private final List<Numbered> lambdas = new ArrayList<>();

    /** @param places of what it has captured, among the slots */
    private record Numbered(int number, Lambda lambda, List<Integer> places) {
        Method factory() {
            return new Method("of" + number, lambda.factoryType());
        }
    }

    /** @param name internal */
    LambdaClass(String name) {
        this.type = Type.getObjectType(name);
    }

    String name() {
        return type.getInternalName();
    }

    int size() {
        return lambdas.size();
    }

    /** The method that makes it. */
    Method add(Lambda lambda) {
        Numbered added = new Numbered(lambdas.size(), lambda, slots.places(lambda.captured()));
        lambdas.add(added);
        return added.factory();
    }

    byte[] bytes(String nestHost) {
        Set<String> interfaces = new LinkedHashSet<>();
        Map<Method, List<Numbered>> methods = new LinkedHashMap<>();
        for (Numbered each : lambdas) {
            interfaces.addAll(each.lambda().shape().interfaces());
            for (Method method : each.lambda().shape().methods()) {
                methods.computeIfAbsent(method, theirs -> new ArrayList<>()).add(each);
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(
                Opcodes.V11, access, name(), null, OBJECT.getInternalName(), interfaces.toArray(String[]::new));
        writer.visitNestHost(nestHost);
        writer.visitField(PRIVATE_FINAL, NUMBER, Type.INT_TYPE.getDescriptor(), null, null);
        for (int place = 0; place < slots.types().size(); place++) {
            String descriptor = slots.types().get(place).getDescriptor();
            writer.visitField(PRIVATE_FINAL, field(place), descriptor, null, null);
        }
        constructor(writer);
        lambdas.forEach(each -> factory(writer, each));
        methods.forEach((method, theirs) -> method(writer, method, theirs));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static String field(int place) {
        return "captured" + place;
    }

    private Method constructor() {
        List<Type> types = new ArrayList<>();
        types.add(Type.INT_TYPE);
        types.addAll(slots.types());
        return new Method("<init>", Type.VOID_TYPE, types.toArray(Type[]::new));
    }

    /** All at once, so that the fields are final, and seen by whoever sees the lambda. */
    private void constructor(ClassWriter writer) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PRIVATE, constructor(), null, null, writer);
        code.loadThis();
        code.invokeConstructor(OBJECT, Method.getMethod("void <init>()"));
        code.loadThis();
        code.loadArg(0);
        code.putField(type, NUMBER, Type.INT_TYPE);
        for (int place = 0; place < slots.types().size(); place++) {
            code.loadThis();
            code.loadArg(place + 1);
            code.putField(type, field(place), slots.types().get(place));
        }
        code.returnValue();
        code.endMethod();
    }

    private void factory(ClassWriter writer, Numbered each) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_STATIC, each.factory(), null, null, writer);
        code.newInstance(type);
        code.dup();
        code.push(each.number());
        for (int place = 0; place < slots.types().size(); place++) {
            int captured = each.places().indexOf(place);
            if (captured < 0) {
                Slots.pushNothing(code, slots.types().get(place));
            } else {
                code.loadArg(captured);
            }
        }
        code.invokeConstructor(type, constructor());
        code.returnValue();
        code.endMethod();
    }

    private void method(ClassWriter writer, Method method, List<Numbered> theirs) {
        GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, method, null, null, writer);
        if (theirs.size() == 1) {
            call(code, method, theirs.get(0));
        } else {
            code.loadThis();
            code.getField(type, NUMBER, Type.INT_TYPE);
            int[] numbers = theirs.stream().mapToInt(Numbered::number).toArray();
            code.tableSwitch(numbers, new TableSwitchGenerator() {
                @Override
                public void generateCase(int number, Label end) {
                    call(code, method, lambdas.get(number));
                }

                @Override
                public void generateDefault() {
                    code.throwException(Type.getType(IllegalStateException.class), "no such lambda");
                }
            });
        }
        code.endMethod();
    }

    /** Calls what the lambda stands for, with what it has captured and what it is given, and returns what that does. */
    private void call(GeneratorAdapter code, Method method, Numbered each) {
        Target target = Target.of(each.lambda().target());
        target.begin(code);
        int parameter = 0;
        for (int place : each.places()) {
            Type kept = slots.types().get(place);
            code.loadThis();
            code.getField(type, field(place), kept);
            Adaptation.adapt(code, kept, kept, target.parameters().get(parameter++));
        }
        Type[] given = method.getArgumentTypes();
        Type[] used = each.lambda().used().getArgumentTypes();
        for (int at = 0; at < given.length; at++) {
            code.loadArg(at);
            Adaptation.adapt(code, given[at], used[at], target.parameters().get(parameter++));
        }
        target.call(code);
        Adaptation.adapt(code, target.result(), target.result(), method.getReturnType());
        code.returnValue();
    }
}

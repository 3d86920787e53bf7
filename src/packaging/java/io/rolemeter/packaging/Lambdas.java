package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The classes of the lambdas of one class. All with an interface of {@code java.util.function} share one: nobody asks an object
 * whether it is one of those, and no two of them have a default method in common. For each other interface there is one.
 */
final class Lambdas {
    static final String SHARING = "java/util/function/";

    /** A method of more than 8,000 bytes is never compiled. */
    private static final int MAX_IN_ONE = 200;

    private final ClassNode host;
    private final Map<Object, LambdaClass> open = new HashMap<>();
    private final List<LambdaClass> all = new ArrayList<>();

    Lambdas(ClassNode host) {
        this.host = host;
    }

    /** The call that makes a lambda, of what it captures. */
    MethodInsnNode factory(Lambda lambda) {
        LambdaClass shared = open.get(key(lambda.shape()));
        if (shared == null || shared.size() == MAX_IN_ONE) {
            shared = new LambdaClass(host.name + "$$Lambda$" + (all.size() + 1));
            open.put(key(lambda.shape()), shared);
            all.add(shared);
        }
        Method factory = shared.add(lambda);
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, shared.name(), factory.getName(), factory.getDescriptor(), false);
    }

    /**
     * All of them, by their internal names.
     *
     * @param nestHost whose private members they may use
     */
    Map<String, byte[]> classes(String nestHost) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        all.forEach(shared -> classes.put(shared.name(), shared.bytes(nestHost)));
        return classes;
    }

    private static Object key(Lambda.Shape shape) {
        boolean shares = shape.interfaces().stream().allMatch(name -> name.startsWith(SHARING));
        return shares ? SHARING : shape;
    }
}

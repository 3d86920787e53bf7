package io.rolemeter.packaging;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The methods that put texts together in one class, instead of {@code StringConcatFactory}. */
final class Concatenations {
    private static final char ARGUMENT = '\1';
    private static final char CONSTANT = '\2';

    private final ClassNode host;
    private final Map<String, Method> methods = new HashMap<>();

    Concatenations(ClassNode host) {
        this.host = host;
    }

    /** The call of a method that does the same. */
    MethodInsnNode linked(InvokeDynamicInsnNode call) {
        String recipe = recipe(call);
        return Helper.call(host, methods.computeIfAbsent(call.desc + recipe, key -> write(call.desc, recipe)));
    }

    /** With the constants put in. */
    private static String recipe(InvokeDynamicInsnNode call) {
        int parameters = Type.getArgumentTypes(call.desc).length;
        if (call.bsm.getName().equals("makeConcat")) {
            return String.valueOf(ARGUMENT).repeat(parameters);
        }
        StringBuilder recipe = new StringBuilder();
        int constant = 1;
        for (char letter : ((String) call.bsmArgs[0]).toCharArray()) {
            recipe.append(letter == CONSTANT ? text(call.bsmArgs[constant++]) : String.valueOf(letter));
        }
        if (recipe.chars().filter(letter -> letter == ARGUMENT).count() != parameters) {
            throw new IllegalArgumentException("a constant in " + call.desc + " holds the sign of an argument");
        }
        return recipe.toString();
    }

    private static String text(Object constant) {
        if (constant instanceof String || constant instanceof Number) {
            return constant.toString();
        }
        throw new IllegalArgumentException("a constant that is neither a text nor a number");
    }

    private Method write(String descriptor, String recipe) {
        Method method = new Method("concatenation$" + methods.size(), descriptor);
        GeneratorAdapter code = Helper.begin(host, method);
        Texts text = Texts.begin(code);
        Type[] types = method.getArgumentTypes();
        int at = 0;
        for (int argument = 0; argument < types.length; argument++) {
            int next = recipe.indexOf(ARGUMENT, at);
            text.constant(recipe.substring(at, next));
            code.loadArg(argument);
            text.append(types[argument]);
            at = next + 1;
        }
        text.constant(recipe.substring(at));
        text.end();
        return method;
    }
}

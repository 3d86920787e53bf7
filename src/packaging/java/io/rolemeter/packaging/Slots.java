package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** The fields that lambdas of one class share for what they capture: as many of a type as one of them needs. */
final class Slots {
    private static final Type OBJECT = Type.getType(Object.class);

    private final List<Type> types = new ArrayList<>();

    /** The types of all fields, which are called by their places here. */
    List<Type> types() {
        return types;
    }

    /** Where each of the values that a lambda captures is kept. */
    List<Integer> places(List<Type> captured) {
        List<Integer> places = new ArrayList<>();
        for (Type type : captured) {
            Type kept = Adaptation.isPrimitive(type) ? type : OBJECT;
            int place = 0;
            while (place < types.size() && (!types.get(place).equals(kept) || places.contains(place))) {
                place++;
            }
            if (place == types.size()) {
                types.add(kept);
            }
            places.add(place);
        }
        return places;
    }

    /** For a field that a lambda does not use. */
    static void pushNothing(GeneratorAdapter code, Type type) {
        switch (type.getSort()) {
            case Type.LONG -> code.push(0L);
            case Type.FLOAT -> code.push(0f);
            case Type.DOUBLE -> code.push(0d);
            case Type.ARRAY, Type.OBJECT -> code.visitInsn(Opcodes.ACONST_NULL);
            default -> code.push(0);
        }
    }
}

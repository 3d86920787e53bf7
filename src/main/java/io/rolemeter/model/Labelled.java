package io.rolemeter.model;

/** A member of a closed list, with the name that metrics, JSON and configuration use for it. */
public interface Labelled {
    /** Lower-case words joined by underscores; part of the contract, never renamed. */
    String label();

    /** The label of an enum constant whose Java name is its label in upper case. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}

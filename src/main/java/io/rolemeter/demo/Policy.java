package io.rolemeter.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a principal may do: nothing but what a statement allows, and never what a statement denies. */
record Policy(List<Statement> statements) {

    Policy {
        statements = List.copyOf(statements);
    }

    static Policy none() {
        return new Policy(List.of());
    }

    Policy allow(List<String> actions, String... resources) {
        return with(new Statement(true, actions, List.of(resources)));
    }

    Policy deny(List<String> actions, String... resources) {
        return with(new Statement(false, actions, List.of(resources)));
    }

    boolean allows(String action, String resource) {
        return denial(action, resource).isEmpty();
    }

    /** Why this policy refuses the action, as AWS words the end of its message; empty when it is allowed. */
    Optional<String> denial(String action, String resource) {
        List<Statement> covering = statements.stream()
                .filter(statement -> statement.covers(action, resource))
                .toList();
        if (covering.stream().anyMatch(statement -> !statement.allows())) {
            return Optional.of("with an explicit deny in an identity-based policy");
        }
        return covering.isEmpty()
                ? Optional.of("because no identity-based policy allows the " + action + " action")
                : Optional.empty();
    }

    private Policy with(Statement statement) {
        List<Statement> all = new ArrayList<>(statements);
        all.add(statement);
        return new Policy(all);
    }
}

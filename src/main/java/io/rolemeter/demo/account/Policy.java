package io.rolemeter.demo.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a principal may do: nothing but what a statement allows, and never what a statement denies. */
public final class Policy {

    private final List<Statement> statements;

    /** {@code *} in an action or resource stands for any text. */
    private record Statement(boolean allows, List<String> actions, List<String> resources) {
        Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }

        boolean covers(String action, String resource) {
            return actions.stream().anyMatch(pattern -> matches(pattern, action))
                    && resources.stream().anyMatch(pattern -> matches(pattern, resource));
        }

        private static boolean matches(String pattern, String value) {
            return value.matches("(?s)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
        }
    }

    private Policy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
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

    /** Whether nothing refuses the action on the resource, both as AWS writes them: {@code s3:GetObject}, an ARN. */
    public boolean allows(String action, String resource) {
        return denial(action, resource).isEmpty();
    }

    /** Why this policy refuses the action, as AWS words the end of its message; empty when it is allowed. */
    public Optional<String> denial(String action, String resource) {
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

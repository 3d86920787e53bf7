package io.rolemeter.demo;

import java.util.List;
import java.util.regex.Pattern;

/** One statement of an identity-based policy; {@code *} in an action or resource stands for any text. */
record Statement(boolean allows, List<String> actions, List<String> resources) {

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

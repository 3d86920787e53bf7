package io.rolemeter.collect.probe;

import java.util.List;

/**
 * What a policy must allow.
 *
 * @param actions as in a policy, such as {@code s3:GetObject}
 * @param resources ARNs or patterns of them
 */
public record Grant(List<String> actions, List<String> resources) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    public static Grant of(String action, String... resources) {
        return new Grant(List.of(action), List.of(resources));
    }
}

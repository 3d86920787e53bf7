package io.rolemeter.collect.workload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the options of AWS's command line that decide about credentials. */
final class ToolOptions {
    private static final List<String> NAMES = List.of("profile", "region");

    private ToolOptions() {}

    /** By their names without dashes, the last of each; an empty one is as good as none. */
    static Map<String, String> of(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            for (String name : NAMES) {
                String option = "--" + name;
                String word = arguments.get(i);
                if (word.equals(option) && i + 1 < arguments.size()) {
                    options.put(name, arguments.get(i + 1));
                } else if (word.startsWith(option + "=")) {
                    options.put(name, word.substring(option.length() + 1));
                }
            }
        }
        return options;
    }
}

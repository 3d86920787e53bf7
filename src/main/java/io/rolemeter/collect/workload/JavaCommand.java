package io.rolemeter.collect.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command line of Java's launcher. */
final class JavaCommand {
    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
    private static final Set<String> WITH_VALUE = Set.of(
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--patch-module",
            "--enable-native-access",
            "--source");

    private JavaCommand() {}

    /**
     * The archive or class that is run, as written; of a module with its class both. Empty where a file of arguments that could
     * not be read may have named it: what follows then may be anything.
     */
    static Optional<String> main(List<String> arguments) {
        int at = mainAt(arguments);
        boolean unread = arguments.subList(0, at).stream().anyMatch(ArgumentFiles::isFile);
        return unread ? Optional.empty() : arguments.stream().skip(at).findFirst();
    }

    /** What is run without its path or package. */
    static String name(String main) {
        String name = main.substring(main.lastIndexOf('/') + 1);
        return name.endsWith(".jar") ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    /** Java's system properties, as variables and the command line set them; the last to be read counts. */
    static Map<String, String> properties(CommandLine command, Map<String, String> variables) {
        if (!command.interpreter().equals("java")) {
            return Map.of();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.putAll(ofVariable(variables.getOrDefault("JAVA_TOOL_OPTIONS", "")));
        properties.putAll(ofVariable(variables.getOrDefault("JDK_JAVA_OPTIONS", "")));
        properties.putAll(ofArguments(command.arguments()));
        properties.putAll(ofVariable(variables.getOrDefault("_JAVA_OPTIONS", "")));
        return properties;
    }

    private static Map<String, String> ofArguments(List<String> arguments) {
        Map<String, String> properties = new LinkedHashMap<>();
        arguments.subList(0, mainAt(arguments)).stream()
                .filter(argument -> argument.startsWith("-D"))
                .forEach(argument -> put(properties, argument.substring(2)));
        return properties;
    }

    /** The archive that is run, as written. */
    static Optional<String> archive(List<String> arguments) {
        int main = mainAt(arguments);
        return main > 0 && main < arguments.size() && arguments.get(main - 1).equals("-jar")
                ? Optional.of(arguments.get(main))
                : Optional.empty();
    }

    /** Archives and folders, as written. */
    static List<String> classPath(List<String> arguments) {
        List<String> paths = new ArrayList<>();
        int main = mainAt(arguments);
        for (int i = 0; i + 1 < main; i++) {
            if (CLASS_PATH.contains(arguments.get(i))) {
                paths.addAll(List.of(arguments.get(i + 1).split(":", -1)));
            }
        }
        archive(arguments).ifPresent(paths::add);
        return paths;
    }

    private static Map<String, String> ofVariable(String options) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String word : options.strip().split("\\s+", -1)) {
            if (word.startsWith("-D")) {
                put(properties, word.substring(2));
            }
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String assignment) {
        int equals = assignment.indexOf('=');
        String name = equals < 0 ? assignment : assignment.substring(0, equals);
        properties.put(name, equals < 0 ? "" : assignment.substring(equals + 1));
    }

    /** Where the archive or class stands; the end where there is none, also when the value of the last option is missing. */
    static int mainAt(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && isOption(arguments.get(at))) {
            boolean value = CLASS_PATH.contains(arguments.get(at)) || WITH_VALUE.contains(arguments.get(at));
            at += value ? 2 : 1;
        }
        return Math.min(at, arguments.size());
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") || ArgumentFiles.isFile(word);
    }
}

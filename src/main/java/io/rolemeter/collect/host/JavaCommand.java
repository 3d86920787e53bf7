package io.rolemeter.collect.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the command line of Java's launcher, of which the first argument is not handed over. */
public final class JavaCommand {
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
    public static Optional<String> main(List<String> arguments) {
        int at = mainAt(arguments);
        boolean unread = arguments.subList(0, at).stream().anyMatch(JavaCommand::isArgumentFile);
        return unread ? Optional.empty() : arguments.stream().skip(at).findFirst();
    }

    /** What is run without its path or package. */
    public static String name(String main) {
        String name = main.substring(main.lastIndexOf('/') + 1);
        return name.endsWith(".jar") ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Java's system properties, as variables and the command line set them; the last to be read counts.
     *
     * @param variables their values by their names; empty where there is none
     */
    public static Map<String, String> properties(List<String> arguments, UnaryOperator<String> variables) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.putAll(ofVariable(variables.apply("JAVA_TOOL_OPTIONS")));
        properties.putAll(ofVariable(variables.apply("JDK_JAVA_OPTIONS")));
        properties.putAll(ofArguments(arguments));
        properties.putAll(ofVariable(variables.apply("_JAVA_OPTIONS")));
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
    public static Optional<String> archive(List<String> arguments) {
        int main = mainAt(arguments);
        return main > 0 && main < arguments.size() && arguments.get(main - 1).equals("-jar")
                ? Optional.of(arguments.get(main))
                : Optional.empty();
    }

    /** Archives and folders, as written. */
    public static List<String> classPath(List<String> arguments) {
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
    public static int mainAt(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && isOption(arguments.get(at))) {
            boolean value = CLASS_PATH.contains(arguments.get(at)) || WITH_VALUE.contains(arguments.get(at));
            at += value ? 2 : 1;
        }
        return Math.min(at, arguments.size());
    }

    /** Whether a word before the archive or class stands for the words in a file. */
    public static boolean isArgumentFile(String word) {
        return word.startsWith("@") && !word.startsWith("@@");
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") || isArgumentFile(word);
    }
}

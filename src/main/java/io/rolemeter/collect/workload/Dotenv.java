package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.EnvFileOption;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.Listing;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of AWS that a program would find in the dotenv files beside it; inherited ones come before them. */
final class Dotenv {
    /** Nothing in it is tried twice, and a line may hold any character: it takes linear time. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*+(?:export\\s++)?((?:AWS|AMAZON)_[A-Z_]++)\\s*+[=:]\\s*+(\"[^\"]*\"|'[^']*'|[^#\\r\\n]*+).*",
            Pattern.DOTALL);

    private static final Set<String> LOADERS = Set.of("node", "python", "ruby", "php", "php-fpm");
    private static final List<String> NOT_LOADED =
            List.of(".bak", "~", ".old", ".orig", ".save", ".swp", ".example", ".sample", ".template", ".dist");

    private Dotenv() {}

    /**
     * What all files together set, the first to set a name counting, in the order in which dotenv's variants go before each
     * other. Files of other names, which nothing but the program's own code would load, count only until one says where
     * credentials come from. Empty where no file sets anything of AWS.
     */
    static Optional<Variables> of(HostFiles files, CommandLine command, Map<String, String> variables) {
        if (!LOADERS.contains(command.interpreter())) {
            return Optional.empty();
        }
        List<String> usual = new ArrayList<>(named(command));
        List<String> others = new ArrayList<>();
        find(files, command, variables, usual, others);
        Map<String, Variables> found = new LinkedHashMap<>();
        for (String path : usual) {
            load(files, path, found);
        }
        for (String path : others) {
            if (found.values().stream().noneMatch(loaded -> loaded.anyName(ProgramVariables::isOfAws))) {
                load(files, path, found);
            }
        }
        return found.values().stream().reduce(Variables::or);
    }

    private static void load(HostFiles files, String path, Map<String, Variables> found) {
        if (!found.containsKey(path) && files.read(path) instanceof Reading.Text text) {
            Map<String, String> settings = settings(text.content());
            if (!settings.isEmpty()) {
                found.put(path, Variables.of(settings, Optional.of(path)));
            }
        }
    }

    static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                settings.put(matcher.group(1), unquoted(matcher.group(2).strip()));
            }
        });
        return settings;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static void find(
            HostFiles files,
            CommandLine command,
            Map<String, String> variables,
            List<String> usual,
            List<String> others) {
        String stage = variables.getOrDefault("NODE_ENV", "production");
        List<String> names = List.of(".env." + stage + ".local", ".env.local", ".env." + stage, ".env");
        for (String folder : command.folders()) {
            if (!(files.list(folder) instanceof Listing.Entries entries)) {
                continue;
            }
            List<String> there = entries.entries().stream()
                    .filter(entry -> !entry.directory() && isDotenv(entry.name()))
                    .map(Listing.Entry::name)
                    .toList();
            names.stream().filter(there::contains).forEach(name -> usual.add(HostFiles.join(folder, name)));
            there.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> others.add(HostFiles.join(folder, name)));
        }
    }

    private static List<String> named(CommandLine command) {
        return EnvFileOption.values(command.arguments()).stream()
                .map(path -> path.startsWith("/") ? path : ProcessView.join(command.workingDirectory(), path))
                .toList();
    }

    private static boolean isDotenv(String name) {
        boolean loaded = NOT_LOADED.stream().noneMatch(name::endsWith);
        return loaded && (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env"));
    }
}

package io.rolemeter.collect.workload;

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
    private static final String ENV_FILE = "--env-file";

    private Dotenv() {}

    /** What one file adds. */
    record Loaded(String path, Variables variables) {}

    /** The first file with a setting of AWS, in the order in which dotenv's variants go before each other. */
    static Optional<Loaded> of(HostFiles files, CommandLine command, Map<String, String> variables) {
        if (!LOADERS.contains(command.interpreter())) {
            return Optional.empty();
        }
        for (String path : candidates(files, command, variables)) {
            if (files.read(path) instanceof Reading.Text text) {
                Map<String, String> found = settings(text.content());
                if (!found.isEmpty()) {
                    return Optional.of(new Loaded(path, Variables.of(found, Optional.of(path))));
                }
            }
        }
        return Optional.empty();
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

    private static List<String> candidates(HostFiles files, CommandLine command, Map<String, String> variables) {
        List<String> paths = new ArrayList<>(named(command));
        String stage = variables.getOrDefault("NODE_ENV", "production");
        for (String folder : command.folders()) {
            if (!(files.list(folder) instanceof Listing.Entries entries)) {
                continue;
            }
            List<String> usual = List.of(".env." + stage + ".local", ".env.local", ".env." + stage, ".env");
            List<String> there = entries.entries().stream()
                    .filter(entry -> !entry.directory() && isDotenv(entry.name()))
                    .map(Listing.Entry::name)
                    .toList();
            usual.stream().filter(there::contains).forEach(name -> paths.add(HostFiles.join(folder, name)));
            there.stream()
                    .filter(name -> !usual.contains(name))
                    .forEach(name -> paths.add(HostFiles.join(folder, name)));
        }
        return paths;
    }

    private static List<String> named(CommandLine command) {
        List<String> paths = new ArrayList<>();
        List<String> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(ENV_FILE + "=")) {
                paths.add(arguments.get(i).substring(ENV_FILE.length() + 1));
            } else if (arguments.get(i).equals(ENV_FILE) && i + 1 < arguments.size()) {
                paths.add(arguments.get(i + 1));
            }
        }
        return paths.stream()
                .map(path -> path.startsWith("/") ? path : ProcessView.join(command.workingDirectory(), path))
                .toList();
    }

    private static boolean isDotenv(String name) {
        boolean loaded = NOT_LOADED.stream().noneMatch(name::endsWith);
        return loaded && (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env"));
    }
}

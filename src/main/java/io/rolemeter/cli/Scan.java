package io.rolemeter.cli;

import io.rolemeter.collect.keys.KeysCollector;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.publish.report.KeysJson;
import io.rolemeter.publish.report.KeysText;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for static keys once, without network: for the host itself, or for a mounted image before it becomes an AMI. */
@Command(
        name = "scan",
        description = "Look for static keys in all hiding places, or in the given files and folders; no network.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 none; 1 keys only in comments or backups, pasted temporary keys, or something could not be"
                    + " read; 2 a key that a program uses or could."
        })
final class Scan implements Callable<Integer> {
    private static final int WARNING = 1;
    private static final int CRITICAL = 2;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Read the host's files and processes beneath DIR, such as a mounted disk image.")
    private Path root = Path.of("/");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private DocumentFormat format = DocumentFormat.TEXT;

    @Parameters(
            paramLabel = "PATH",
            description = "Files, folders or globs to search instead of the hiding places, as seen beneath the root.")
    private List<String> paths = List.of();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        List<String> absolute = paths.stream().map(this::absolute).toList();
        KeysFact fact =
                KeysCollector.thorough(root(), absolute, Clock.systemUTC()).collect();
        PrintWriter out = command.commandLine().getOut();
        String text = format == DocumentFormat.JSON ? KeysJson.document(fact) : KeysText.write(fact, Terminal.screen());
        out.println(text.stripTrailing());
        out.flush();
        return exitCode(fact);
    }

    private static int exitCode(KeysFact fact) {
        if (fact.keys().stream().anyMatch(Scan::isUsable)) {
            return CRITICAL;
        }
        boolean clean = fact.keys().stream().allMatch(key -> key.writer().isPresent());
        return clean && fact.complete() ? ExitCode.OK : WARNING;
    }

    private static boolean isUsable(FoundKey key) {
        boolean readable = key.exposure() == Exposure.LIVE || key.exposure() == Exposure.AT_REST;
        return readable && key.keyId().kind().isStatic();
    }

    private Path root() {
        if (!Files.isDirectory(root)) {
            throw new CommandFailedException(
                    "--root " + root + " is not a directory; name one that holds a host's files.");
        }
        return root;
    }

    /** What is not there is refused: a misspelled path must not look like a clean one. A glob may match nothing. */
    private String absolute(String path) {
        boolean ownRoot = root.equals(Path.of("/"));
        Path absolute = (ownRoot ? Path.of(path).toAbsolutePath() : Path.of("/").resolve(path)).normalize();
        Path here = ownRoot ? absolute : root.resolve(absolute.toString().substring(1));
        boolean glob = path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
        if (!glob && !Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailedException("There is nothing at " + here + "; name files or folders that exist.");
        }
        return absolute.toString();
    }
}

package io.rolemeter.cli;

import io.rolemeter.HostScan;
import io.rolemeter.collect.keys.KeysCollector;
import io.rolemeter.config.Settings;
import io.rolemeter.handover.FactsFile;
import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeysFact;
import io.rolemeter.publish.report.KeysJson;
import io.rolemeter.publish.report.KeysText;
import io.rolemeter.store.UnwrittenException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                    + " read; 2 a key that is live or at rest; 3 bad usage, or the facts could not be written."
        })
final class Scan implements Callable<Integer> {
    private static final int WARNING = 1;
    private static final int CRITICAL = 2;

    @Mixin
    private ConfigurationSource source;

    @Option(
            names = "--facts",
            paramLabel = "FILE",
            description =
                    "Look for keys, workloads and logs as the configuration says, and write what is seen to FILE, for"
                            + " 'serve --facts'; nothing is printed.")
    private @Nullable Path facts;

    @Option(
            names = "--state.directory",
            paramLabel = "DIR",
            description =
                    "With --facts: where it is kept how far logs were read; default: $STATE_DIRECTORY, which systemd"
                            + " sets, else nowhere.")
    private @Nullable Path state;

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
        return facts == null ? show() : handOver(facts);
    }

    private int handOver(Path file) {
        if (!paths.isEmpty()) {
            throw new CommandFailedException("--facts looks where the configuration says: name no paths with it, or set"
                    + " keys.paths in the configuration.");
        }
        FactsFile there = new FactsFile(file);
        if (there.isSomethingElse()) {
            throw Unwritten.because(file, "it is not a regular file; name one");
        }
        Settings settings = source.load().settings();
        HostScan scan = new HostScan(source.root(), settings, Clock.systemUTC(), StateDirectory.of(state));
        try {
            return exitCode(scan.run(there));
        } catch (UnwrittenException e) {
            throw Unwritten.because(e.file(), e.refusal());
        }
    }

    private int show() {
        Path root = source.root();
        List<String> absolute = paths.stream().map(path -> absolute(path, root)).toList();
        KeysFact fact =
                KeysCollector.thorough(root, absolute, Clock.systemUTC()).collect();
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

    /** What is not there is refused: a misspelled path must not look like a clean one. Of a glob that nothing matches the look itself tells. */
    private static String absolute(String path, Path root) {
        if (path.isBlank()) {
            throw new CommandFailedException("A path is empty; name files, folders or globs.");
        }
        try {
            return existing(path, root);
        } catch (InvalidPathException e) {
            throw new CommandFailedException(
                    "The name " + path + " cannot be decoded in this locale; name the folder that it lies in,"
                            + " or set LC_ALL to one that has its characters, such as C.UTF-8.");
        }
    }

    private static String existing(String path, Path root) {
        Path named = Path.of(path);
        boolean ownRoot = root.equals(Path.of("/"));
        Path absolute = (ownRoot ? named.toAbsolutePath() : Path.of("/").resolve(named)).normalize();
        Path here = ownRoot ? absolute : root.resolve(absolute.toString().substring(1));
        boolean glob = path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
        if (!glob && !Files.exists(here, LinkOption.NOFOLLOW_LINKS)) {
            throw new CommandFailedException("There is nothing at " + here + "; name files or folders that exist.");
        }
        return absolute.toString();
    }
}

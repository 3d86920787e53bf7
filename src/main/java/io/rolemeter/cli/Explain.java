package io.rolemeter.cli;

import io.rolemeter.Agent;
import io.rolemeter.Surroundings;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Telemetry;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.publish.report.WorkloadsJson;
import io.rolemeter.publish.report.WorkloadsText;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For each running program every provider of its SDK's chain, in order: what is there, who wins, and why. */
@Command(
        name = "explain",
        description = "Say for each running program which credential its SDK picks, and why.",
        mixinStandardHelpOptions = true)
final class Explain implements Callable<Integer> {
    @Mixin
    private ConfigurationSource source;

    @Option(names = "--pid", paramLabel = "N", description = "Only the program that this process belongs to.")
    private @Nullable Integer pid;

    @Option(names = "--user", paramLabel = "NAME", description = "Only programs of this user.")
    private @Nullable String user;

    @Option(names = "--workload", paramLabel = "NAME", description = "Only this workload, as in pm2:api.")
    private @Nullable String workload;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private DocumentFormat format = DocumentFormat.TEXT;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Surroundings surroundings = new Surroundings(source.root(), Clock.systemUTC(), Telemetry.NONE);
        try (Agent agent = new Agent(surroundings, List.of())) {
            List<Workload> chosen = agent
                    .check(source.load(), EnumSet.of(CollectorName.ROLE, CollectorName.WORKLOAD))
                    .facts()
                    .workloads()
                    .map(WorkloadsFact::workloads)
                    .orElse(List.of())
                    .stream()
                    .filter(this::isWanted)
                    .toList();
            if (chosen.isEmpty() && isAsked()) {
                throw new CommandFailedException("No running program that uses AWS, as far as can be seen, is "
                        + asked() + "; explain without options names all that are.");
            }
            print(chosen, command.commandLine().getOut());
            return ExitCode.OK;
        }
    }

    private void print(List<Workload> chosen, PrintWriter out) {
        String text = format == DocumentFormat.JSON
                ? WorkloadsJson.document(chosen)
                : WorkloadsText.explain(chosen, Terminal.screen());
        out.println(text.stripTrailing());
        out.flush();
    }

    private boolean isAsked() {
        return pid != null || user != null || workload != null;
    }

    /** As in {@code process 812 of user deploy}. */
    private String asked() {
        StringJoiner words = new StringJoiner(" ");
        if (pid != null) {
            words.add("process " + pid);
        }
        if (workload != null) {
            words.add("workload " + SafeText.of(workload));
        }
        if (user != null) {
            words.add((pid == null && workload == null ? "one of user " : "of user ") + SafeText.of(user));
        }
        return words.toString();
    }

    private boolean isWanted(Workload each) {
        return (pid == null || each.pids().contains(pid))
                && (user == null || each.user().equals(user))
                && (workload == null || each.name().equals(workload));
    }
}

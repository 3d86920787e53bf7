package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.Daemon;
import io.rolemeter.WebAccess;
import io.rolemeter.config.ListenAddress;
import io.rolemeter.demo.Scenario;
import io.rolemeter.demo.Scenarios;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.publish.log.Logging;
import io.rolemeter.remember.StateKeeper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The real agent on a simulated EC2 host: nothing else is needed, and nothing leaves the machine. */
@Command(
        name = "demo",
        description = "Run the agent on a simulated EC2 host; nothing leaves this machine.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    private static final String FIRST = "keys-shadow-role";

    @Option(names = "--list", description = "List the scenarios.")
    private boolean list;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What is wrong with the host; default: " + FIRST + ".")
    private String scenario = FIRST;

    @Option(names = "--once", description = "Print what check would, and exit with its code.")
    private boolean once;

    @Mixin
    private Report report;

    @Mixin
    private Listening listening;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        if (list) {
            Scenarios.all().forEach(each -> out.printf("%-22s %s%n", each.name(), each.description()));
            out.flush();
            return ExitCode.OK;
        }
        if (report.asked() && !once) {
            throw new CommandFailedException("--format and --output say how --once prints; add --once.");
        }
        Scenario chosen = Scenarios.named(scenario)
                .orElseThrow(() -> new CommandFailedException(
                        "There is no scenario " + scenario + "; see: rolemeter demo --list"));
        if (OwnProcess.needed()) {
            return OwnProcess.run(command.commandLine().getParseResult().originalArgs());
        }
        Logging.install(Level.INFO);
        try (SimulatedHost host = SimulatedHost.start(chosen, Clock.systemUTC())) {
            Runtime.getRuntime().addShutdownHook(new Thread(host::close));
            host.defaultChainProperties().forEach(System::setProperty);
            Configured configured = Configured.read(host.configuration(), "the demo's configuration");
            return once
                    ? report.check(host.root(), StateKeeper.recall(host.state()), configured, command.commandLine())
                    : serve(host, configured, out);
        }
    }

    private static Optional<Path> state(SimulatedHost host) {
        return Optional.of(host.state()).filter(Files::isDirectory);
    }

    private int serve(SimulatedHost host, Configured configured, PrintWriter out) throws InterruptedException {
        ListenAddress address =
                listening.address().orElse(configured.settings().web().listenAddress());
        Daemon.Host watched = new Daemon.Host(host.root(), Clock.systemUTC(), state(host), Optional.empty());
        try (Daemon daemon = Daemon.start(configured, address, WebAccess.open(), watched)) {
            ListenAddress bound =
                    new ListenAddress(address.host(), daemon.address().getPort());
            out.println("Scenario " + scenario + " on http://" + bound + "/, metrics on http://" + bound
                    + "/metrics; Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }
}

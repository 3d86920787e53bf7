package io.rolemeter.collect.workload;

import io.rolemeter.collect.host.Containers;
import io.rolemeter.collect.host.Environment;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.host.HostFiles;
import io.rolemeter.collect.host.HostProcess;
import io.rolemeter.collect.host.Pm2Application;
import io.rolemeter.collect.host.ProcessDetails;
import io.rolemeter.collect.host.Reading;
import io.rolemeter.collect.host.User;
import io.rolemeter.collect.workload.chains.Chains;
import io.rolemeter.collect.workload.view.ProcessView;
import io.rolemeter.collect.workload.view.SettingsFiles;
import io.rolemeter.collect.workload.view.Variables;
import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.SafeText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what there is to know of one process after the other. Its environment is looked through and dropped. */
final class ProgramReader {
    private static final String DAEMON = ": God Daemon (";

    private final Host host;
    private final SearchedBinaries binaries;
    private final Set<InstanceRole> roles;
    private final SdkTraces ofHost;
    private final Set<String> closed = new LinkedHashSet<>();

    /** @param roles the states of the metadata service to choose for */
    ProgramReader(Host host, SearchedBinaries binaries, Set<InstanceRole> roles) {
        this.host = host;
        this.binaries = binaries;
        this.roles = roles;
        this.ofHost = new SdkTraces(host.files(), binaries);
    }

    /** What kept programs from being seen, of those that were read so far. */
    Set<String> closed() {
        return closed;
    }

    /** Empty for what has nothing to do with AWS. */
    Optional<Program> read(HostProcess process) {
        if (!process.arguments().isEmpty() && process.arguments().get(0).contains(DAEMON)) {
            return Optional.empty();
        }
        Reading reading = host.processes().environment(process);
        Environment environment = new Environment(reading instanceof Reading.Text text ? text.content() : "");
        ProcessDetails details = host.processes().details(process);
        Optional<Pm2Application> application = Pm2Application.of(environment);
        Optional<HostFiles> files = Containers.filesOf(process, details, host);
        CommandLine command = CommandLine.of(process, details, application, files);
        Map<String, String> named = ProgramVariables.of(environment);
        SdkTraces.Found found =
                files.map(seen -> traces(seen).of(command, named)).orElse(SdkTraces.Found.NOTHING);
        Optional<Variables> dotenv = files.flatMap(seen -> Dotenv.of(seen, command, named));
        if (files.isEmpty()) {
            closed.add("container " + Containers.idOf(details).orElse("") + ": its files cannot be seen from here");
        }
        Map<String, String> properties = command.properties(named);
        Map<String, String> options = command.options();
        boolean ofAws = found.traced()
                || ProgramVariables.areOfAws(named.keySet())
                || dotenv.isPresent()
                || properties.keySet().stream().anyMatch(name -> name.startsWith("aws."));
        if (!ofAws) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>(found.notes());
        Optional<String> blind = blind(reading, environment);
        Variables seen = Variables.of(named).or(dotenv.orElse(Variables.NONE));
        SettingsFiles settings =
                files.<SettingsFiles>map(HostSettingsFiles::new).orElse(HostSettingsFiles.CLOSED);
        Map<InstanceRole, ChosenCredential> credentials = new EnumMap<>(InstanceRole.class);
        for (InstanceRole role : roles) {
            ProcessView.Surroundings around = new ProcessView.Surroundings(
                    home(process), this::homeOf, command.workingDirectory(), found.assumesRoles(), role);
            ProcessView view =
                    new ProcessView(seen, Variables.of(properties.isEmpty() ? options : properties), settings, around);
            credentials.put(role, blind.map(ProgramReader::unseen).orElseGet(() -> Chains.choose(found.chain(), view)));
        }
        return Optional.of(new Program(
                process.pid(),
                SafeText.of(WorkloadNames.of(process, details, application, command)),
                process.user(),
                found.sdk(),
                credentials,
                start(process, details),
                notes));
    }

    private SdkTraces traces(HostFiles seen) {
        return seen == host.files() ? ofHost : new SdkTraces(seen, binaries);
    }

    private static Optional<String> blind(Reading reading, Environment environment) {
        if (reading instanceof Reading.Unreadable refused) {
            return Optional.of("its environment cannot be read: " + refused.reason());
        }
        return environment.overwritten()
                ? Optional.of("it has written a title over its environment, so that nobody can see it")
                : Optional.empty();
    }

    private static ChosenCredential unseen(String why) {
        return new ChosenCredential(
                CredentialSource.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                List.of(new ChainStep("environment", false, Optional.empty(), false, SafeText.of(why))));
    }

    private String home(HostProcess process) {
        return host.users().byUid(process.uid()).map(User::home).orElse("/");
    }

    private Optional<String> homeOf(String name) {
        return host.users().users().stream()
                .filter(user -> user.name().equals(name))
                .map(User::home)
                .findFirst();
    }

    private static Program.Start start(HostProcess process, ProcessDetails details) {
        return new Program.Start(process.pid() + " " + details.startTicks().orElse(0L), details.startedAt());
    }
}

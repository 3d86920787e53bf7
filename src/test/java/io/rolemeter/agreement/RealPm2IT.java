package io.rolemeter.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.agreement.Pm2Story.Memory;
import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.KeysCollector;
import io.rolemeter.collect.workload.WorkloadCollector;
import io.rolemeter.config.Settings;
import io.rolemeter.demo.Hosts;
import io.rolemeter.demo.SimulatedHost;
import io.rolemeter.demo.account.Account;
import io.rolemeter.diagnose.Rules;
import io.rolemeter.model.Expectations;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real PM2: after every step, what {@code explain} says of each of its processes is what that process's own SDK picked, and
 * {@code pm2_cached_environment} names exactly the places where the key is. The commands that it names, typed, end it.
 */
@Tag("real-programs")
class RealPm2IT {
    private static final int REPLACED_AT_MOST = 3;
    private static final int WALK = Integer.getInteger("agreement.pm2.steps", 10);
    private static final Pattern EVIDENCE = Pattern.compile(" is in .*: (/.*?)(:\\d+)?");
    private static final Pattern DELETE = Pattern.compile("`pm2 delete ([\\w-]+)`, then start it again");
    private static final Settings.Keys EVERYWHERE_BUT_WHERE_PEOPLE_LIVE = new Settings.Keys(
            Duration.ofMinutes(1), List.of(), List.of("/root", "/home", "/opt", "/srv", "/var/lib", "/var/www"));

    private static Optional<Path> installed = Optional.empty();
    private static int compared;

    private final WorkloadCollector workloads = new WorkloadCollector(
            () -> new Host(Path.of("/")), Duration.ofMinutes(1), () -> InstanceRole.ATTACHED, Clock.systemUTC());
    private final KeysCollector keys =
            new KeysCollector(() -> new Host(Path.of("/")), EVERYWHERE_BUT_WHERE_PEOPLE_LIVE, Clock.systemUTC());

    @TempDir
    private Path home;

    @BeforeAll
    static void install() throws IOException {
        installed = new Installation("pm2", Installation.NPM, "npm").folder();
        Assumptions.assumeTrue(installed.isPresent(), "PM2 was not compared");
    }

    @AfterAll
    static void tellHowMany() {
        System.out.println("PM2: " + compared + " of " + compared + " processes agree");
    }

    @ParameterizedTest
    @EnumSource
    void everyProcessPicksWhatExplainSaysAndTheCacheIsNamedAndCleared(Pm2Story story) throws IOException {
        try (SimulatedHost host = Hosts.start("keys-shadow-role");
                RealPm2 pm2 = pm2(host)) {
            for (Pm2Step step : story.steps()) {
                step.take(pm2);
                compare(pm2, story + " after " + step);
            }
            assertThat(truth(pm2).keySet()).as("where the key is").isEqualTo(story.held());
            List<Finding> findings = findings();
            boolean remembered = story.held().stream().anyMatch(memory -> memory != Memory.BACKUP);
            assertThat(!findings.isEmpty())
                    .isEqualTo(remembered && !story.held().contains(Memory.FILE));
            if (!findings.isEmpty()) {
                clear(pm2, findings);
                assertThat(findings()).as("after its remedy").isEmpty();
                assertThat(truth(pm2)).isEmpty();
                assertThat(compare(pm2, story + ", cleared"))
                        .extracting(RealPm2.Program::picked)
                        .doesNotContain(last4(Pm2Step.Keys.id()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsDoneInWhateverOrder(long seed) throws IOException {
        Random random = new Random(seed);
        List<Pm2Step> choices = List.of(Pm2Step.values());
        try (SimulatedHost host = Hosts.start("keys-shadow-role");
                RealPm2 pm2 = pm2(host)) {
            List<Pm2Step> steps = new ArrayList<>();
            for (int i = 0; i < WALK; i++) {
                steps.add(choices.get(random.nextInt(choices.size())));
                steps.get(i).take(pm2);
                compare(pm2, "seed " + seed + ": " + steps);
            }
        }
    }

    private RealPm2 pm2(SimulatedHost host) throws IOException {
        return RealPm2.in(
                home,
                installed.orElseThrow(),
                Map.of(
                        "AWS_REGION", Account.REGION,
                        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                                host.metadataEndpoint().toString(),
                        "AWS_ENDPOINT_URL_STS", host.stsEndpoint().toString()));
    }

    /** Every process against {@code explain}, and the finding's evidence against what raw files and environments hold. */
    private List<RealPm2.Program> compare(RealPm2 pm2, String when) throws IOException {
        List<RealPm2.Program> programs = pm2.programs();
        List<Workload> seen = workloads.collect().workloads();
        for (RealPm2.Program program : programs) {
            Workload workload = seen.stream()
                    .filter(each -> each.pids().contains((int) program.pid()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(when + ": no workload has " + program));
            assertThat(workload.name()).as(when).isEqualTo("pm2:" + program.name());
            assertThat(workload.sdk()).as(when).isEqualTo(Sdk.JAVASCRIPT_V3);
            assertThat(Choices.said(workload)).as(when + ": " + program).isEqualTo(program.picked());
            assertThat(program.identity()).as(when).contains(identity(workload));
            compared++;
        }
        Map<Memory, Set<String>> truth = truth(pm2);
        Set<String> named = findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(sentence -> sentence.startsWith("AKIA") && sentence.contains(last4(Pm2Step.Keys.id())))
                .map(RealPm2IT::place)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean cached =
                !truth.containsKey(Memory.FILE) && truth.keySet().stream().anyMatch(memory -> memory != Memory.BACKUP);
        Set<String> places =
                truth.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).as(when).isEqualTo(cached ? places : Set.of());
        return programs;
    }

    /** Whom STS takes the program for, by what {@code explain} says. */
    private static String identity(Workload workload) {
        String said = Choices.said(workload);
        if (said.equals(Choices.ROLE)) {
            return ":assumed-role/" + Account.ROLE + "/" + Account.INSTANCE_ID;
        }
        return said.equals(last4(Pm2Step.Keys.id())) ? Account.USER_ARN : Choices.NONE;
    }

    /** Where the key really is; looked at again when PM2 has put another process in the place of one meanwhile. */
    private static Map<Memory, Set<String>> truth(RealPm2 pm2) throws IOException {
        for (int replaced = 0; ; replaced++) {
            try {
                return look(pm2);
            } catch (FileSystemException ended) {
                if (replaced == REPLACED_AT_MOST
                        || !String.valueOf(ended.getFile()).startsWith("/proc/")) {
                    throw ended;
                }
            }
        }
    }

    /** By the paths of the files; read without any code that is tested here. */
    private static Map<Memory, Set<String>> look(RealPm2 pm2) throws IOException {
        Map<Memory, Set<String>> truth = new EnumMap<>(Memory.class);
        for (RealPm2.Program program : pm2.programs()) {
            Memory memory = program.name().equals(RealPm2.FORK) ? Memory.FORK : Memory.CLUSTER;
            note(truth, memory, "/proc/" + program.pid() + "/environ", RealPm2.variables(program.pid()));
        }
        if (pm2.daemon().isPresent()) {
            long pid = pm2.daemon().get().pid();
            note(truth, Memory.DAEMON, "/proc/" + pid + "/environ", RealPm2.variables(pid));
        }
        note(truth, Memory.DUMP, pm2.dump());
        note(truth, Memory.BACKUP, pm2.backup());
        note(truth, Memory.FILE, pm2.application().resolve("ecosystem.config.js"));
        Path dotenv = pm2.application().resolve(".env");
        if (Files.exists(dotenv) && !Files.readString(dotenv).startsWith("#")) {
            note(truth, Memory.FILE, dotenv);
        }
        return truth;
    }

    private static void note(Map<Memory, Set<String>> truth, Memory memory, Path file) throws IOException {
        if (Files.exists(file)) {
            note(truth, memory, file.toString(), Files.readString(file));
        }
    }

    private static void note(Map<Memory, Set<String>> truth, Memory memory, String path, String content) {
        if (content.contains(Pm2Step.Keys.id())) {
            truth.computeIfAbsent(memory, each -> new TreeSet<>()).add(path);
        }
    }

    private List<Finding> findings() {
        Facts facts = keys.collect().addTo(Facts.none(Expectations.NONE));
        return Rules.diagnose(facts, Clock.systemUTC().instant()).findings().stream()
                .filter(finding -> finding.code() == FindingCode.PM2_CACHED_ENVIRONMENT)
                .filter(finding ->
                        finding.evidence().stream().anyMatch(sentence -> sentence.contains(last4(Pm2Step.Keys.id()))))
                .toList();
    }

    private static String place(String sentence) {
        Matcher matcher = EVIDENCE.matcher(sentence.substring(sentence.indexOf(' ')));
        assertThat(matcher.matches()).as(sentence).isTrue();
        return matcher.group(1);
    }

    /** Does what the remedies say, and nothing else. */
    private static void clear(RealPm2 pm2, List<Finding> findings) throws IOException {
        Set<String> remedies = findings.stream()
                .flatMap(finding -> finding.remedy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (mention(remedies, "`pm2 kill`, then start the applications again")) {
            pm2.pm2(Map.of(), "kill");
            pm2.start(Map.of());
        } else {
            for (String remedy : remedies) {
                Matcher matcher = DELETE.matcher(remedy);
                if (matcher.find()) {
                    pm2.pm2(Map.of(), "delete", matcher.group(1));
                    pm2.start(matcher.group(1), Map.of());
                }
            }
        }
        for (int i = 0; i < 2; i++) {
            if (mention(remedies, "`pm2 save` twice")) {
                pm2.pm2(Map.of(), "save");
            }
            if (mention(remedies, "`pm2 save --force`") && pm2.programs().isEmpty()) {
                pm2.pm2(Map.of(), "save", "--force");
            }
        }
    }

    private static boolean mention(Set<String> remedies, String words) {
        return remedies.stream().anyMatch(remedy -> remedy.contains(words));
    }

    private static String last4(String text) {
        return text.substring(text.length() - 4);
    }
}

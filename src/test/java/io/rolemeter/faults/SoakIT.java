package io.rolemeter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the agent holds does not grow, however long it runs: {@link SoakMain} with the service's flags, the simulated host beside it. */
class SoakIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Map<String, ToLongFunction<SoakSample>> HELD = Map.of(
            "heap", SoakSample::heapKib,
            "resident memory", SoakSample::residentKib,
            "threads", SoakSample::threads,
            "sockets", SoakSample::sockets,
            "series", SoakSample::series);

    /** What two samples may differ by where nothing grows; the scenarios differ by 41 series. */
    private static final SoakSample NOISE = new SoakSample(Duration.ZERO, 2_048, 8_192, 8, 8, 45);

    /** The same after seconds, when not all classes are loaded yet and not all hot code is compiled. */
    private static final SoakSample NOISE_OF_A_START = new SoakSample(Duration.ZERO, 2_048, 16_384, 8, 8, 45);

    @Test
    void aDay() throws IOException {
        soak(Duration.ofDays(1), Duration.ofSeconds(24), NOISE_OF_A_START);
    }

    @Test
    @Tag("endurance")
    void aMonth() throws IOException {
        soak(Duration.ofDays(30), Duration.ofMinutes(6), NOISE);
    }

    private static void soak(Duration simulated, Duration real, SoakSample noise) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(serviceFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SoakMain.class.getName()));
        command.addAll(List.of(simulated.toString(), real.toString()));
        try (RunningProcess soak = RunningProcess.start(command)) {
            assertThat(soak.awaitExit(real.plus(LIMIT))).as(soak.description()).isZero();
            List<SoakSample> curve =
                    soak.stdout().lines().map(SoakSample::parse).toList();
            curve.forEach(sample -> System.out.println("soak: " + sample));
            flat(curve, noise);
        }
    }

    /** The last quarter holds no more than the second had held; in the first, classes are loaded and code is compiled. */
    private static void flat(List<SoakSample> curve, SoakSample noise) {
        int quarter = curve.size() / 4;
        assertThat(quarter).isPositive();
        List<SoakSample> early = curve.subList(quarter, 2 * quarter);
        List<SoakSample> late = curve.subList(3 * quarter, curve.size());
        HELD.forEach((what, held) ->
                assertThat(most(late, held)).as(what).isLessThanOrEqualTo(most(early, held) + held.applyAsLong(noise)));
    }

    private static long most(List<SoakSample> samples, ToLongFunction<SoakSample> held) {
        return samples.stream().mapToLong(held).max().orElseThrow();
    }

    /** What the wrapper of the packages starts Java with for the daemon, but for the archive of classes that an installation makes. */
    private static List<String> serviceFlags() throws IOException {
        return Pattern.compile("-X[X:a-z]\\S+")
                .matcher(Files.readString(Path.of("src/packaging/rolemeter")).replaceAll("(?s)^.*\nexec ", ""))
                .results()
                .map(flag -> flag.group())
                .filter(flag -> !flag.contains("SharedArchiveFile") && !flag.startsWith("-Xlog"))
                .toList();
    }
}

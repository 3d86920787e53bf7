package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Sdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final int MOST = 1000;

    private static Program program(String workload, int pid) {
        return new Program(
                pid,
                workload,
                "deploy",
                Sdk.UNKNOWN,
                Map.of(),
                new Program.Start(pid + "@1", Optional.empty()),
                List.of());
    }

    private static List<Program> programs(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> program("deploy/job-" + number, number))
                .toList();
    }

    @Test
    void aProgramThatComesAfterAThousandOthersIsCountedToo() {
        Restarts restarts = new Restarts();
        restarts.see(programs(0, MOST));

        restarts.see(List.of(program("pm2:api", 5000)));
        restarts.see(List.of(program("pm2:api", 5001)));

        assertThat(restarts.counts()).hasSize(MOST).containsEntry("pm2:api", 1L);
    }

    @Test
    void theOneThatWasNotSeenForLongestIsForgotten() {
        Restarts restarts = new Restarts();
        restarts.see(programs(0, MOST));
        restarts.see(programs(0, 1));

        restarts.see(programs(MOST, 2));

        assertThat(restarts.counts())
                .hasSize(MOST)
                .containsKeys("deploy/job-0", "deploy/job-1000", "deploy/job-1001")
                .doesNotContainKeys("deploy/job-1", "deploy/job-2");
    }

    @Test
    void whatRunsIsNotForgottenForWhatIsNew() {
        Restarts restarts = new Restarts();
        List<Program> running = new ArrayList<>(programs(0, MOST));
        restarts.see(running);

        running.addAll(0, programs(MOST, 5));
        restarts.see(running);

        assertThat(restarts.counts()).hasSize(MOST).containsKey("deploy/job-0").doesNotContainKey("deploy/job-1000");
    }

    @Test
    void theOrderOutlivesTheProcess() {
        Restarts before = new Restarts();
        before.see(programs(0, MOST));
        before.see(programs(0, 1));

        assertThat(before.lines().get(0).toString()).contains("\"deploy/job-1\"");
    }
}

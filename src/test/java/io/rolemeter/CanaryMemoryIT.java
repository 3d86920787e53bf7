package io.rolemeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The heap of the process that is on the network, garbage included. Where another process looks at the host, no key that lies
 * there was ever in it; the user data, which only the network has, is another matter. What must be in it, the credentials that it
 * signs with, is found by the same search.
 */
@Timeout(300)
class CanaryMemoryIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SCANS = 3;

    @TempDir
    private Path folder;

    private CanaryRun run;
    private URI base;

    @BeforeEach
    void plant() throws IOException, InterruptedException {
        run = new CanaryRun("full-smoke", folder);
        base = URI.create("http://127.0.0.1:" + RunningProcess.freePort());
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void noKeyOfTheHostIsInTheHeapOfTheDaemonThatIsTold() throws IOException, InterruptedException {
        run.configure(EveryKind.configuration(run.host()));
        run.withoutProfile();
        Path facts = folder.resolve("facts.jsonl");
        scan(facts);
        try (RunningProcess daemon =
                run.start("serve", "--facts", "" + facts, "--web.listen-address", base.getAuthority())) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);
            for (int look = 1; look < SCANS; look++) {
                String before = lookedAt();
                scan(facts);
                while (lookedAt().equals(before)) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                String status = get("/api/v1/status");
                run.assertEverythingFound(new JsonMapper().readTree(status).path("keys"));
                get("/");
            }
            byte[] heap = Jcmd.heap(daemon, folder.resolve("told.hprof"));
            assertThat(MemorySearch.pieces(run.canary().planted(), heap)).isEmpty();
            assertThat(MemorySearch.pieces(run.session(), heap))
                    .as("the search finds what is there")
                    .isEqualTo(Set.copyOf(run.session()));
            System.out.println("canaries: none of " + run.canary().planted().size() + " secrets and key ids in "
                    + (heap.length >> 20) + " MiB of heap");
        }
    }

    @Test
    void aKeyThatADaemonUsesItselfIsFoundInItsHeap() throws IOException, InterruptedException {
        try (RunningProcess daemon = run.start("serve", "--web.listen-address", base.getAuthority())) {
            daemon.awaitOk(base.resolve("/-/ready"), LIMIT);
            byte[] heap = Jcmd.heap(daemon, folder.resolve("looking.hprof"));
            Canary.Key own = run.canary().at("/root/.aws/credentials");
            assertThat(MemorySearch.pieces(List.of(own.id(), own.secret()), heap))
                    .as("one or both, as the collections of garbage would have it")
                    .isNotEmpty();
        }
    }

    private void scan(Path facts) throws IOException {
        try (RunningProcess scan = run.start("scan", "--facts", facts.toString())) {
            assertThat(scan.awaitExit(LIMIT)).as(scan.description()).isEqualTo(2);
        }
    }

    private String lookedAt() throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(line ->
                        line.startsWith("rolemeter_collector_last_success_timestamp_seconds{collector=\"keys\""))
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) throws IOException, InterruptedException {
        return run.send(HttpRequest.newBuilder(base.resolve(path)));
    }
}

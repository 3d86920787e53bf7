package io.rolemeter.collect.logs;

import static io.rolemeter.collect.logs.LogHost.EXPIRED;
import static io.rolemeter.collect.logs.LogHost.LOG;
import static io.rolemeter.collect.logs.LogHost.NOW;
import static io.rolemeter.collect.logs.LogHost.STARTED;
import static io.rolemeter.collect.logs.LogHost.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.LogError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was rotated between two looks is read on where the last one ended, and nothing else is. */
class RotatedLogsTest {
    /** Longer than what is remembered of a log's beginning, as stack traces are. */
    private static final String TRACE = EXPIRED + "    at Object.<anonymous> (/srv/api/app.js:12:3)\n".repeat(10);

    @TempDir
    Path root;

    /** As the logs of a program that fails at every start are, which have no times. */
    @Test
    void ofCopiesThatAllBeginAlikeTheOneThatWasJustMadeIsReadOn() {
        LogHost host = new LogHost(root).runningApi().log(LOG, TRACE);
        for (int day = 10; day < 20; day++) {
            String copy = LOG.replace(".log", "__2026-11-" + day + "_00-00-00.log");
            host.log(copy, TRACE.repeat(5)).modified(copy, STARTED.minusSeconds(1000 - day));
        }
        host.look();

        String copy = LOG.replace(".log", "__2026-11-21_16-00-30.log");
        host.log(copy, TRACE + TRACE)
                .modified(copy, NOW.plusSeconds(30))
                .log(LOG, "")
                .modified(LOG, NOW.plusSeconds(30));

        assertThat(total(host.lookLater(), LogError.EXPIRED_TOKEN)).isEqualTo(2);
        assertThat(total(host.lookLater(), LogError.EXPIRED_TOKEN)).isEqualTo(2);
    }
}

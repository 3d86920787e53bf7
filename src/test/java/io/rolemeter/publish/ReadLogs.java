package io.rolemeter.publish;

import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.DeniedAction.Because;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.WatchedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The logs of hosts that never change. */
final class ReadLogs {
    private ReadLogs() {}

    static LogsFact fact() {
        WatchedLog api = new WatchedLog(
                "/home/deploy/.pm2/logs/api-error.log",
                Optional.of("pm2:api"),
                Hosts.NOW.minus(Duration.ofHours(26)),
                List.of(
                        new LoggedErrors(LogError.EXPIRED_TOKEN, 7, Hosts.NOW.minus(Duration.ofMinutes(4))),
                        new LoggedErrors(LogError.ACCESS_DENIED, 2, Hosts.NOW.minus(Duration.ofHours(3)))),
                12,
                List.of(new DeniedAction(
                        "arn:aws:iam::111122223333:user/backend",
                        "s3:GetObject",
                        Optional.of("arn:aws:s3:::source/health.txt"),
                        Because.NOT_SAID,
                        Optional.empty(),
                        Optional.empty())));
        WatchedLog quiet = new WatchedLog(
                "/var/log/billing/app.log",
                Optional.empty(),
                Hosts.NOW.minus(Duration.ofDays(1)),
                List.of(),
                0,
                List.of());
        return new LogsFact(
                Hosts.NOW.minusSeconds(20),
                List.of(api, quiet),
                Map.of(LogError.EXPIRED_TOKEN, 19L, LogError.ACCESS_DENIED, 2L),
                List.of(new LogsFact.UnreadLog("/home/bob/.pm2/logs/web-error.log", "permission denied")));
    }

    static LogsFact saying(String text) {
        WatchedLog log = new WatchedLog(
                text,
                Optional.of(text),
                Hosts.NOW,
                List.of(new LoggedErrors(LogError.ACCESS_DENIED, 1, Hosts.NOW)),
                1,
                List.of(new DeniedAction(
                        text, text, Optional.of(text), Because.NOT_SAID, Optional.of(text), Optional.of(text))));
        return new LogsFact(Hosts.NOW, List.of(log), Map.of(), List.of(new LogsFact.UnreadLog(text, text)));
    }
}

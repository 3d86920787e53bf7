package io.rolemeter.diagnose.rules;

import io.rolemeter.model.CallerIdentity;
import io.rolemeter.model.CallerKind;
import io.rolemeter.model.DeniedAction;
import io.rolemeter.model.Facts;
import io.rolemeter.model.LogError;
import io.rolemeter.model.LoggedErrors;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.Times;
import io.rolemeter.model.WatchedLog;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What logs say of the programs that write them, since these were started. */
public final class LogEvidence {
    private static final int ACCOUNT = 4;
    private static final int ARN_PARTS = 6;

    private LogEvidence() {}

    static List<WatchedLog> logs(Facts facts) {
        return facts.logs().map(LogsFact::logs).orElse(List.of());
    }

    /** Those of one program. */
    static List<WatchedLog> of(String workload, Facts facts) {
        return logs(facts).stream()
                .filter(log -> log.workload().equals(Optional.of(workload)))
                .toList();
    }

    /** The program that writes a log, else the log. */
    static String subject(WatchedLog log) {
        return log.workload().orElse(log.path());
    }

    /** As in {@code /var/log/app.log: expired_token 3 times since …, last at …}. */
    static String sentence(WatchedLog log, LoggedErrors logged, Instant now) {
        return log.path() + ": " + logged.error().label()
                + (logged.count() == 1 ? " once" : " " + logged.count() + " times") + " since "
                + Times.moment(log.since()) + ", last at " + Times.when(logged.last(), now);
    }

    /** The first of several errors that a log has. */
    static Optional<LoggedErrors> first(WatchedLog log, LogError... errors) {
        return List.of(errors).stream()
                .flatMap(error -> log.errors(error).stream())
                .findFirst();
    }

    static Optional<Workload> workload(String name, Facts facts) {
        return facts.workloads().map(WorkloadsFact::workloads).orElse(List.of()).stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst();
    }

    /** By program the denial in which AWS names it as an IAM user or the root user: it uses a long-term key, wherever it has it from. */
    public static Map<String, DeniedAction> users(Facts facts) {
        Map<String, DeniedAction> users = new LinkedHashMap<>();
        for (WatchedLog log : logs(facts)) {
            log.denials().stream()
                    .filter(denied -> isUser(denied.principal()))
                    .findFirst()
                    .ifPresent(denied -> log.workload().ifPresent(workload -> users.putIfAbsent(workload, denied)));
        }
        return users;
    }

    private static boolean isUser(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS) {
            return false;
        }
        CallerKind kind = CallerIdentity.of(arn, parts[ACCOUNT]).kind();
        return kind == CallerKind.IAM_USER || kind == CallerKind.ROOT;
    }
}

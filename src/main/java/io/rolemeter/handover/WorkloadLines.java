package io.rolemeter.handover;

import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.SafeText;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import io.rolemeter.store.Line;
import io.rolemeter.store.MalformedLineException;
import io.rolemeter.store.WrittenLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs as lines; one that the instance's role makes no difference to is written once. */
final class WorkloadLines {
    private static final String WORKLOAD = "workload";
    private static final String RESTARTS = "restarts";
    private static final String UNREADABLE = "unseen";
    private static final int MAX_WORKLOADS = 3_000;
    private static final int MAX_PIDS = 10_000;
    private static final int MAX_STEPS = 50;
    private static final int MAX_NOTES = 100;

    private final Map<InstanceRole, List<Workload>> workloads = new EnumMap<>(InstanceRole.class);
    private final Map<String, Long> restarts = new LinkedHashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private int taken;

    static void write(Map<InstanceRole, WorkloadsFact> facts, List<WrittenLine> lines) {
        Map<Workload, Set<InstanceRole>> roles = new LinkedHashMap<>();
        Map<String, Long> restarts = new LinkedHashMap<>();
        Set<String> unreadable = new LinkedHashSet<>();
        facts.forEach((role, fact) -> {
            fact.workloads()
                    .forEach(workload -> roles.computeIfAbsent(workload, unknown -> EnumSet.noneOf(InstanceRole.class))
                            .add(role));
            restarts.putAll(fact.restarts());
            unreadable.addAll(fact.unreadable());
        });
        roles.forEach((workload, ofThem) -> lines.add(write(workload).labels("instance_role", ofThem)));
        restarts.forEach((workload, count) ->
                lines.add(WrittenLine.of(RESTARTS).text("workload", workload).number("count", count)));
        unreadable.forEach(what -> lines.add(WrittenLine.of(UNREADABLE).text("what", what)));
    }

    private static WrittenLine write(Workload workload) {
        ChosenCredential credential = workload.credential();
        WrittenLine line = WrittenLine.of(WORKLOAD)
                .text("workload", workload.name())
                .text("user", workload.user())
                .numbers("pids", workload.pids().stream().limit(MAX_PIDS).toList())
                .label("sdk", workload.sdk())
                .moment("started_at", workload.startedAt())
                .texts("notes", workload.notes().stream().limit(MAX_NOTES).toList())
                .label("source", credential.source())
                .text("origin", credential.origin())
                .lines(
                        "chain",
                        credential.chain().stream().map(WorkloadLines::write).toList());
        credential.keyId().ifPresent(id -> KeyLines.write(line, id));
        return line;
    }

    private static WrittenLine write(ChainStep step) {
        WrittenLine line = new WrittenLine()
                .text("provider", step.provider())
                .flag("present", step.present())
                .flag("wins", step.wins())
                .text("why", step.why());
        step.keyId().ifPresent(id -> KeyLines.write(line, id));
        return line;
    }

    /** False if the line is about something else. */
    boolean take(Line line) {
        switch (line.type()) {
            case WORKLOAD -> takeWorkload(line);
            case RESTARTS -> restarts.put(line.safeText("workload"), line.number("count", Long.MAX_VALUE));
            case UNREADABLE -> unreadable.add(line.safeText("what"));
            default -> {
                return false;
            }
        }
        taken++;
        if (taken > 3 * MAX_WORKLOADS) {
            throw new MalformedLineException("too many workloads");
        }
        return true;
    }

    private void takeWorkload(Line line) {
        Workload workload = new Workload(
                line.safeText("workload"),
                line.safeText("user"),
                line.numbers("pids", MAX_PIDS),
                line.label("sdk", Sdk.values()),
                new ChosenCredential(
                        line.label("source", CredentialSource.values()),
                        keyId(line),
                        line.optionalSafeText("origin"),
                        line.lines("chain", MAX_STEPS).stream()
                                .map(WorkloadLines::step)
                                .toList()),
                line.optionalMoment("started_at"),
                line.texts("notes", MAX_NOTES).stream().map(SafeText::path).toList());
        for (InstanceRole role :
                Set.copyOf(line.labels("instance_role", InstanceRole.values(), InstanceRole.values().length))) {
            workloads.computeIfAbsent(role, unknown -> new ArrayList<>()).add(workload);
        }
    }

    private static ChainStep step(Line line) {
        return new ChainStep(
                line.safeText("provider"), line.flag("present"), keyId(line), line.flag("wins"), line.safeText("why"));
    }

    private static Optional<KeyId> keyId(Line line) {
        return line.optionalText("key_id").map(present -> KeyLines.keyId(line));
    }

    Map<InstanceRole, WorkloadsFact> facts(Instant at) {
        Map<InstanceRole, WorkloadsFact> facts = new EnumMap<>(InstanceRole.class);
        for (InstanceRole role : InstanceRole.values()) {
            List<Workload> inOrder = workloads.getOrDefault(role, List.of()).stream()
                    .distinct()
                    .sorted(Comparator.comparing(Workload::name))
                    .toList();
            facts.put(role, new WorkloadsFact(at, inOrder, restarts, List.copyOf(unreadable)));
        }
        return facts;
    }
}

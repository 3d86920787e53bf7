package io.rolemeter.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Processes that are one program to whoever runs it, and that use the same credential.
 *
 * @param name {@code pm2:api}, {@code unit:nginx.service}, {@code container:0123456789ab} or {@code user/program}
 * @param pids in rising order
 * @param startedAt when the last of them was started; empty when not known
 * @param notes sentences: what could not be seen of it
 */
public record Workload(
        String name,
        String user,
        List<Integer> pids,
        Sdk sdk,
        ChosenCredential credential,
        Optional<Instant> startedAt,
        List<String> notes) {
    public Workload {
        pids = pids.stream().sorted().toList();
        notes = List.copyOf(notes);
    }
}

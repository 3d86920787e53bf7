package io.rolemeter.collect.workload;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.InstanceRole;
import io.rolemeter.model.Sdk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One process that uses AWS, or could.
 *
 * @param workload the name that it shares with others of its kind
 * @param credentials what it uses, by the state of the metadata service
 * @param start its number together with its start, which no other process ever has
 */
record Program(
        int pid,
        String workload,
        String user,
        Sdk sdk,
        Map<InstanceRole, ChosenCredential> credentials,
        Start start,
        List<String> notes) {
    /** What it uses while the metadata service is in that state, which is one of those that were asked about. */
    ChosenCredential credential(InstanceRole role) {
        return Objects.requireNonNull(credentials.get(role));
    }

    /** When a process began, as the kernel counts and as people do. */
    record Start(String identity, Optional<Instant> at) {}
}

package io.rolemeter.collect.workload;

import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.Sdk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One process that uses AWS, or could.
 *
 * @param workload the name that it shares with others of its kind
 * @param start its number together with its start, which no other process ever has
 */
record Program(
        int pid, String workload, String user, Sdk sdk, ChosenCredential credential, Start start, List<String> notes) {
    /** When a process began, as the kernel counts and as people do. */
    record Start(String identity, Optional<Instant> at) {}
}

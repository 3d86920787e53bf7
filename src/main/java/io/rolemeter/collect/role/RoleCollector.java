package io.rolemeter.collect.role;

import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.collect.Collector;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.InstanceProfile;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Polls the metadata service, and hands the credentials that it gives to those who call AWS with them. */
public final class RoleCollector implements Collector {
    private final RoleReader reader;
    private final Optional<ImdsClient> tokenless;
    private final RoleMemory memory;
    private final Duration interval;
    private final Clock clock;

    /**
     * @param memory of what the service at this endpoint told the collector before; its credentials become what the service hands
     *     out, and are emptied when it hands out nothing any more
     */
    public RoleCollector(ImdsClient imds, Settings.Imds settings, RoleMemory memory, Clock clock) {
        this.reader = new RoleReader(imds);
        this.tokenless = Optional.of(imds).filter(client -> settings.v1Check());
        this.memory = memory;
        this.interval = settings.interval();
        this.clock = clock;
    }

    @Override
    public CollectorName name() {
        return CollectorName.ROLE;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public RoleFact collect() {
        synchronized (memory) {
            return look();
        }
    }

    private RoleFact look() {
        RoleReading reading = reader.read();
        Instant now = clock.instant();
        if (reading instanceof RoleReading.Documents documents) {
            keep(documents);
            if (memory.identity.isEmpty()) {
                memory.identity = reader.identity();
            }
        }
        if (RoleStates.tokenTimedOut(reading)) {
            memory.tokenless.tokensDoNotArrive(tokenless, now);
        } else if (reading instanceof RoleReading.Documents) {
            memory.tokenless.tokensArrive(tokenless, now);
        }
        RoleStates decided = RoleStates.of(reading);
        Imds imds = new Imds(
                failure(reading),
                RoleStates.tokenTimedOut(reading) && memory.tokenless.tokensLost(),
                memory.tokenless.v1(),
                memory.rotations.get());
        return new RoleFact(
                now, decided.state(), decided.detail(), imds, profile(reading), memory.session, memory.identity);
    }

    private void keep(RoleReading.Documents documents) {
        Optional<CredentialDocument> document = documents.credentials().filter(CredentialDocument::success);
        Optional<RoleSession> fresh = document.flatMap(CredentialDocument::session);
        if (fresh.isEmpty()) {
            memory.credentials().drop();
        } else if (!fresh.equals(memory.session)) {
            document.get().giveTo(memory.credentials(), fresh.get().expiresAt());
            memory.rotations.addAndGet(memory.session.isPresent() ? 1 : 0);
        }
        memory.session = fresh;
    }

    private static Optional<InstanceProfile> profile(RoleReading reading) {
        if (!(reading instanceof RoleReading.Documents documents)) {
            return Optional.empty();
        }
        Optional<String> role = documents.credentials().map(CredentialDocument::role);
        return documents
                .profile()
                .flatMap(ProfileDocument::profile)
                .map(profile -> new InstanceProfile(profile.arn(), profile.id(), role));
    }

    private static Optional<ImdsFailure> failure(RoleReading reading) {
        return reading instanceof RoleReading.Failed failed
                ? Optional.of(failed.failure()).map(ImdsAnswer.Failed::failure)
                : Optional.empty();
    }
}

package io.rolemeter.collect.role;

import io.rolemeter.aws.ImdsAnswer;
import io.rolemeter.aws.ImdsClient;
import io.rolemeter.aws.RoleCredentials;
import io.rolemeter.collect.Collector;
import io.rolemeter.config.Settings;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Imds;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.InstanceIdentity;
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
    private final TokenlessCheck tokenless;
    private final RoleCredentials credentials;
    private final Duration interval;
    private final Clock clock;

    private Optional<InstanceIdentity> identity = Optional.empty();
    private Optional<RoleSession> session = Optional.empty();
    private long rotations;

    /** @param credentials receives what the service hands out, and is emptied when it hands out nothing any more */
    public RoleCollector(ImdsClient imds, Settings.Imds settings, RoleCredentials credentials, Clock clock) {
        this.reader = new RoleReader(imds);
        this.tokenless = new TokenlessCheck(imds, settings.v1Check());
        this.credentials = credentials;
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
        RoleReading reading = reader.read();
        Instant now = clock.instant();
        if (reading instanceof RoleReading.Documents documents) {
            keep(documents);
            if (identity.isEmpty()) {
                identity = reader.identity();
            }
        }
        if (RoleStates.tokenTimedOut(reading)) {
            tokenless.tokensDoNotArrive(now);
        } else if (reading instanceof RoleReading.Documents) {
            tokenless.tokensArrive(now);
        }
        RoleStates decided = RoleStates.of(reading);
        Imds imds = new Imds(
                failure(reading),
                RoleStates.tokenTimedOut(reading) && tokenless.tokensLost(),
                tokenless.v1(),
                rotations);
        return new RoleFact(now, decided.state(), decided.detail(), imds, profile(reading), session, identity);
    }

    private void keep(RoleReading.Documents documents) {
        Optional<CredentialDocument> document = documents.credentials().filter(CredentialDocument::success);
        Optional<RoleSession> fresh = document.flatMap(CredentialDocument::session);
        if (fresh.isEmpty()) {
            credentials.drop();
        } else if (!fresh.equals(session)) {
            document.get().giveTo(credentials, fresh.get().expiresAt());
            rotations += session.isPresent() ? 1 : 0;
        }
        session = fresh;
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

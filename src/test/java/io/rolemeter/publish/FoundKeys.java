package io.rolemeter.publish;

import static io.rolemeter.publish.Hosts.NOW;
import static io.rolemeter.publish.Hosts.STATIC_KEY;

import io.rolemeter.model.Exposure;
import io.rolemeter.model.FoundKey;
import io.rolemeter.model.KeyId;
import io.rolemeter.model.KeyKind;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Location;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import java.util.List;
import java.util.Optional;

/** Keys in several places and exposures, some of them temporary, of the old format, or without their secret. */
final class FoundKeys {
    private FoundKeys() {}

    static KeysFact fact() {
        return new KeysFact(
                NOW.minusSeconds(90),
                List.of(
                        complete(Place.PROCESS_ENVIRONMENT, 143),
                        complete(Place.PM2, 4),
                        new PlaceScan(
                                Place.SHARED_CREDENTIALS_FILE,
                                5,
                                2,
                                List.of(new Unreadable(
                                        Place.SHARED_CREDENTIALS_FILE, "/home/bob/.aws", "permission denied")),
                                Optional.empty()),
                        complete(Place.DOTENV, 12)),
                List.of(
                        new FoundKey(
                                Place.PROCESS_ENVIRONMENT,
                                new Location(
                                        "/proc/812/environ",
                                        Optional.empty(),
                                        Optional.of(812),
                                        Optional.of("deploy"),
                                        Optional.empty()),
                                STATIC_KEY,
                                Exposure.LIVE,
                                true,
                                Optional.of("pm2:api"),
                                Optional.empty()),
                        file(Place.DOTENV, "/srv/app/.env.production", 12, STATIC_KEY, Exposure.LIVE),
                        file(
                                Place.DOTENV,
                                "/srv/app/.env.production",
                                7,
                                new KeyId("AKIA************9QMD", KeyKind.LONG_TERM, Optional.empty()),
                                Exposure.COMMENTED),
                        file(Place.PM2, "/home/deploy/.pm2/dump.pm2.bak", 1, STATIC_KEY, Exposure.BACKUP),
                        file(
                                Place.SHARED_CREDENTIALS_FILE,
                                "/home/alice/.aws/credentials",
                                2,
                                new KeyId("ASIA************T2LK", KeyKind.TEMPORARY, Optional.of("444455556666")),
                                Exposure.AT_REST)));
    }

    static KeysFact saying(String text) {
        FoundKey key = new FoundKey(
                Place.DOTENV,
                new Location(text, Optional.of(1), Optional.empty(), Optional.of(text), Optional.of(text)),
                STATIC_KEY,
                Exposure.LIVE,
                true,
                Optional.of(text),
                Optional.of(text));
        PlaceScan scan =
                new PlaceScan(Place.DOTENV, 1, 1, List.of(new Unreadable(Place.DOTENV, text, text)), Optional.empty());
        return new KeysFact(NOW, List.of(scan), List.of(key));
    }

    private static PlaceScan complete(Place place, int examined) {
        return new PlaceScan(place, examined, 0, List.of(), Optional.of(NOW.minusSeconds(90)));
    }

    private static FoundKey file(Place place, String path, int line, KeyId keyId, Exposure exposure) {
        Location location =
                new Location(path, Optional.of(line), Optional.empty(), Optional.of("deploy"), Optional.of("0644"));
        boolean secretPresent = exposure != Exposure.BACKUP;
        Optional<String> note = exposure == Exposure.COMMENTED
                ? Optional.of("The line is a comment, and the secret is still there.")
                : Optional.empty();
        return new FoundKey(place, location, keyId, exposure, secretPresent, Optional.empty(), note);
    }
}

package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysFactTest {
    private static final Instant EARLY = Instant.parse("2026-11-21T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void twoLooksAtOnePlaceAreAddedUp() {
        assertThat(scan(Place.DOTENV, 5, unreadable("/srv/a")).and(scan(Place.DOTENV, 3, unreadable("/srv/b"))))
                .isEqualTo(new PlaceScan(
                        Place.DOTENV, 8, 2, List.of(unreadable("/srv/a"), unreadable("/srv/b")), Optional.empty()));
    }

    @Test
    void bothAreCompleteOnlySinceTheEarlierOfTheTwo() {
        assertThat(readAt(EARLY).and(readAt(LATE))).isEqualTo(readAt(EARLY));
        assertThat(readAt(LATE).and(readAt(EARLY))).isEqualTo(readAt(EARLY));
        assertThat(readAt(LATE).and(readAt(LATE))).isEqualTo(readAt(LATE));
    }

    @Test
    void whatWasNeverCompleteLeavesBothIncomplete() {
        PlaceScan never = scan(Place.CRON, 0);

        assertThat(never.and(readAt(EARLY))).isEqualTo(never);
        assertThat(readAt(EARLY).and(never)).isEqualTo(never);
        assertThat(never.and(never)).isEqualTo(never);
    }

    @Test
    void ofManyUnreadableFilesTheFirstTwentyAreNamed() {
        Unreadable[] many =
                IntStream.range(0, 25).mapToObj(i -> unreadable("/srv/" + i)).toArray(Unreadable[]::new);

        PlaceScan scan = scan(Place.DOTENV, 0, many);

        assertThat(scan.unreadable()).isEqualTo(25);
        assertThat(scan.examples()).containsExactly(List.of(many).subList(0, 20).toArray(Unreadable[]::new));
    }

    @Test
    void twoFactsAreOneWithEveryPlaceOnceAndEveryKey() {
        FoundKey first = key("/srv/app/.env");
        FoundKey second = key("/root/.aws/credentials");
        KeysFact one = new KeysFact(LATE, List.of(scan(Place.DOTENV, 5), scan(Place.CRON, 2)), List.of(first));
        KeysFact other = new KeysFact(
                EARLY,
                List.of(scan(Place.SHARED_CREDENTIALS_FILE, 1), scan(Place.DOTENV, 3, unreadable("/srv/b"))),
                List.of(second));

        KeysFact both = one.and(other);

        assertThat(both)
                .isEqualTo(new KeysFact(
                        LATE,
                        List.of(
                                scan(Place.SHARED_CREDENTIALS_FILE, 1),
                                scan(Place.DOTENV, 8, unreadable("/srv/b")),
                                scan(Place.CRON, 2)),
                        List.of(first, second)));
        assertThat(both.examined()).isEqualTo(11);
        assertThat(both.unreadable()).isEqualTo(1);
        assertThat(Stream.of(one, other, both).map(KeysFact::complete)).containsExactly(true, false, false);
    }

    private static PlaceScan scan(Place place, int examined, Unreadable... unreadable) {
        return new PlaceScan(place, examined, unreadable.length, List.of(unreadable), Optional.empty());
    }

    private static PlaceScan readAt(Instant at) {
        return new PlaceScan(Place.CRON, 0, 0, List.of(), Optional.of(at));
    }

    private static Unreadable unreadable(String path) {
        return new Unreadable(Place.DOTENV, path, "permission denied");
    }

    private static FoundKey key(String path) {
        return new FoundKey(
                Place.DOTENV,
                new Location(path, Optional.of(1), Optional.empty(), Optional.of("root"), Optional.of("0600")),
                KeyId.of("AKIARTX3GSDSQUKE3JXF").orElseThrow(),
                Exposure.AT_REST,
                true,
                Optional.empty(),
                Optional.empty());
    }
}

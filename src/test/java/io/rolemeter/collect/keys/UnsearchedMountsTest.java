package io.rolemeter.collect.keys;

import static io.rolemeter.collect.keys.FakeHost.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.MountedHost;
import io.rolemeter.config.Settings;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.Place;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.Unreadable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose server may never answer is not asked, and said to be unread. */
class UnsearchedMountsTest {
    @Test
    void aHomeOnTheNetworkIsUnreadableAndTheOthersAreRead(@TempDir Path root) {
        FakeHost host = new FakeHost(root)
                .file("/home/ec2-user/.aws/credentials", "[default]\n" + PAIR)
                .file("/home/ec2-user/app/.env", PAIR)
                .file("/srv/app/.env", PAIR);
        KeysFact fact = new KeysCollector(
                        () -> MountedHost.at(root, host.path("/home/ec2-user"), "nfs4"),
                        Settings.defaults().keys(),
                        Clock.systemUTC(),
                        new KeysCollector.Search(HidingPlaces.all(List.of(), Optional.empty()), Bounds.OF_A_CYCLE))
                .collect();
        assertThat(FakeHost.described(fact)).containsExactly("dotenv /srv/app/.env:1 3BC7 at_rest");
        PlaceScan dotenv = FakeHost.scan(fact, Place.DOTENV);
        assertThat(dotenv.examples())
                .isEqualTo(List.of(
                        new Unreadable(Place.DOTENV, "/home/ec2-user", "on a file system of type nfs4, not searched")));
        assertThat(FakeHost.scan(fact, Place.SHARED_CREDENTIALS_FILE).complete())
                .isFalse();
    }
}

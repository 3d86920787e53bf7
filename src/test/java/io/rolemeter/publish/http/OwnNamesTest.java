package io.rolemeter.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {
    private final OwnNames names =
            new OwnNames("Loop.Internal", new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "LocalHost:10169",
                "localhost.",
                "127.0.0.1",
                "127.1.2.3:80",
                "[::1]",
                "[::1]:1",
                "loop.internal:9"
            })
    void loopbackAndTheListenAddressAreOurs(String host) {
        assertThat(names.has(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:10169",
                "127.0.0.1.evil.example",
                "localhostx",
                "10.0.0.1",
                "[::2]",
                "0.0.0.0",
                "localhost,evil.example"
            })
    void whatElseLeadsHereIsForeign(String host) {
        assertThat(names.has(host)).isFalse();
    }

    @Test
    void whoListensForTheNetworkHasNamesThatNobodyHereKnows() {
        assertThat(new OwnNames("0.0.0.0", new InetSocketAddress(1)).has("host.example"))
                .isTrue();
    }
}

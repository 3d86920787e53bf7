package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:10169",
                "localhost:0",
                "my-host.internal:65535",
                "[::1]:80",
                "[::]:80",
                "[::ffff:1.2.3.4]:1"
            })
    void writesWhatItRead(String text) {
        assertThat(ListenAddress.of(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":80",
                "a",
                "a:",
                "a:b",
                "a:-1",
                "a:65536",
                "a:999999",
                "::1:80",
                "[a]:80",
                "[::1]",
                "a b:1",
                "http://a:1"
            })
    void refusesWhatIsNoHostAndPort(String text) {
        assertThat(ListenAddress.of(text)).isEmpty();
    }
}

package io.rolemeter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> WORDS =
            List.of("interval", "timeout", "s3-get", "s3-put", "key", "listen_address");

    @ParameterizedTest
    @CsvSource({
        "intervall,interval",
        "intreval,interval",
        "Timeout,timeout",
        "time_out,timeout",
        "s3_get,s3-get",
        "s3-pot,s3-put",
        "keys,key",
        "listenAddress,listen_address",
        "listen-adress,listen_address"
    })
    void findsWhatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "bey2", "bucket", "interview", "s4"})
    void guessesNothingFarFetched(String word) {
        assertThat(Nearest.to(word, WORDS)).isEmpty();
    }

    @Test
    void aWordOfAMegabyteCostsNothing() {
        assertThat(Nearest.to("x".repeat(1 << 20), WORDS)).isEmpty();
    }
}

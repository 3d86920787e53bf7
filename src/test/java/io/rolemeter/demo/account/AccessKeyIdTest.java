package io.rolemeter.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessKeyIdTest {

    @Test
    void an_id_encodes_its_account_as_published_ids_do() {
        assertThat(accountOf("ASIAY34FZKBOKMUTVV7A")).isEqualTo(609629065308L);
        assertThat(accountOf("AKIARTX3GSDSVIA23BC7")).isEqualTo(111122223333L);
        for (byte[] entropy : List.of(new byte[5], new byte[] {-1, -1, -1, -1, -1, -1}, new byte[] {1, 2, 3, 4, 5})) {
            for (long account : new long[] {1, 111122223333L, 999999999999L}) {
                String id = AccessKeyId.of("ASIA", account, entropy);
                assertThat(id).matches("ASIA[A-Z2-7]{16}");
                assertThat(accountOf(id)).isEqualTo(account);
            }
        }
    }

    @Test
    void the_forgotten_key_is_the_same_in_every_demo_and_belongs_to_the_account() {
        assertThat(accountOf(Identities.userKey().keyId())).isEqualTo(111122223333L);
        assertThat(Identities.userKey()).isEqualTo(Identities.userKey());
        assertThat(Identities.userKey().secret()).matches("FAKE[A-Za-z0-9/+]{36}");
        assertThat(Identities.userKey().toString())
                .doesNotContain(Identities.userKey().secret());
    }

    /** The account in an id: the first 48 of its 80 bits, without the highest and the last seven. */
    static long accountOf(String id) {
        BigInteger bits = BigInteger.ZERO;
        for (char letter : id.substring(4).toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        return (bits.shiftRight(32).longValue() & 0x7fffffffff80L) >> 7;
    }
}

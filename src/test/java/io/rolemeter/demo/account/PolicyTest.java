package io.rolemeter.demo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final String OBJECT = "arn:aws:s3:::source/health.txt";

    @Test
    void what_no_statement_allows_is_denied_implicitly() {
        assertThat(Policies.LEAST_ROLE.allows("s3:GetObject", OBJECT)).isTrue();
        assertThat(Policies.LEAST_ROLE.denial("s3:PutObject", OBJECT))
                .hasValue("because no identity-based policy allows the s3:PutObject action");
    }

    @Test
    void a_deny_wins_over_every_allow() {
        Policy revoked = Policies.LEAST_ROLE.deny(List.of("*"), "*");
        assertThat(revoked.denial("s3:GetObject", OBJECT))
                .hasValue("with an explicit deny in an identity-based policy");
    }

    @Test
    void a_star_stands_for_any_text_and_a_dot_for_itself() {
        Policy policy = Policy.none().allow(List.of("s3:Get*"), "arn:aws:s3:::source/*.txt");
        assertThat(policy.allows("s3:GetObject", OBJECT)).isTrue();
        assertThat(policy.allows("s3:PutObject", OBJECT)).isFalse();
        assertThat(policy.allows("s3:GetObject", "arn:aws:s3:::source/health-txt"))
                .isFalse();
    }
}

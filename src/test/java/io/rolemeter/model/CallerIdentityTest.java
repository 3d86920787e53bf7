package io.rolemeter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerIdentityTest {
    private static final String ACCOUNT = "111122223333";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:root, ROOT, 111122223333,",
        "arn:aws:iam::111122223333:user/ann, IAM_USER, ann,",
        "arn:aws:iam::111122223333:user/teams/data/ann, IAM_USER, ann,",
        "arn:aws:sts::111122223333:assumed-role/app/i-0abc, ASSUMED_ROLE, app, i-0abc",
        "arn:aws-cn:sts::111122223333:federated-user/ann, FEDERATED_USER, ann, ann",
        "arn:aws:sts::111122223333:assumed-role/app, OTHER, app,",
        "arn:aws:iam::111122223333:group/x, OTHER, x,",
        "nonsense, OTHER, '',"
    })
    void anArnTellsWhoTheCallerIs(String arn, CallerKind kind, String principal, String session) {
        assertThat(CallerIdentity.of(arn, ACCOUNT))
                .isEqualTo(new CallerIdentity(arn, ACCOUNT, kind, principal, Optional.ofNullable(session)));
    }

    @Test
    void whoIsNotIdentifiedIsOfNoKnownKind() {
        CallerAnswer denied = new CallerAnswer.Unidentified(FailureReason.DENIED, "STS denied it");

        assertThat(denied.kind()).isEqualTo(CallerKind.UNKNOWN);
        assertThat(denied.identity()).isEmpty();
        assertThat(denied.failure()).contains((CallerAnswer.Unidentified) denied);
    }
}

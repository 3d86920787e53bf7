package io.rolemeter.diagnose;

import static io.rolemeter.diagnose.SeenHost.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Finding;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.Past;
import io.rolemeter.model.RoleState;
import io.rolemeter.model.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rhythm of this host's rotations, and the profile that its credentials came from, make of the same role. */
class RotationOverdueTest {
    private static final Duration LIFE = Duration.ofHours(6);
    private static final String ARN = "arn:aws:iam::111122223333:instance-profile/p";

    /** Sets of six hours, each replaced after one. */
    private static final Past HOURLY = rhythm(Duration.ofHours(5), 5);

    private static Past rhythm(Duration beforeExpiry, int rotations) {
        return new Past(Collections.nCopies(rotations, new Rotation(NOW, LIFE, beforeExpiry)), Optional.empty());
    }

    private static Past issuedBy(String profileId, Instant issuedAt) {
        return new Past(List.of(), Optional.of(new Past.Issue(issuedAt, ARN, profileId)));
    }

    private static List<String> findings(SeenHost seen) {
        return Rules.diagnose(seen.facts(), NOW).findings().stream()
                .map(finding -> finding.code().label()
                        + finding.causedBy().map(cause -> " < " + cause.label()).orElse(""))
                .toList();
    }

    private static SeenHost aged(String age) {
        return new SeenHost().session(NOW.minus(Duration.parse(age)), LIFE);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT59M,        ''
            PT1H9M59S,    ''
            PT1H10M,      rotation_overdue
            PT3H29M59S,   rotation_overdue
            PT3H30M,      profile_deleted_countdown/rotation_overdue < profile_deleted_countdown
            PT5H50M,      profile_deleted_countdown/credentials_expiring < profile_deleted_countdown/rotation_overdue < profile_deleted_countdown
            """)
    void anHourlyRhythmIsLateTenMinutesAfterItsHourAndLostHalfwayToTheEnd(String age, String findings) {
        assertThat(String.join("/", findings(aged(age).past(HOURLY)))).isEqualTo(findings);
    }

    @Test
    void aHostThatRenewsFifteenMinutesBeforeTheEndIsLateWhenFiveAreLeft() {
        Past late = rhythm(Duration.ofMinutes(15), 3);

        assertThat(findings(aged("PT5H44M").past(late))).isEmpty();
        assertThat(findings(aged("PT5H54M59S").past(late))).containsExactly("credentials_expiring");
        assertThat(findings(aged("PT5H55M").past(late)))
                .containsExactly(
                        "profile_deleted_countdown",
                        "credentials_expiring < profile_deleted_countdown",
                        "rotation_overdue < profile_deleted_countdown");
    }

    @Test
    void nothingIsLateWithoutARhythmOrWhileTheMetadataServiceDoesNotTell() {
        assertThat(findings(aged("PT5H").past(rhythm(Duration.ofHours(5), 2)))).isEmpty();
        assertThat(findings(aged("PT5H").past(HOURLY).imds(ImdsFailure.TIMEOUT, false)))
                .doesNotContain("rotation_overdue", "profile_deleted_countdown");
    }

    @Test
    void anUnsteadyRhythmIsGivenMoreTime() {
        Past unsteady = new Past(
                Stream.of(300, 240, 270, 330, 300)
                        .map(minutes -> new Rotation(NOW, LIFE, Duration.ofMinutes(minutes)))
                        .toList(),
                Optional.empty());

        assertThat(findings(aged("PT2H29M").past(unsteady))).isEmpty();
        assertThat(findings(aged("PT2H30M").past(unsteady))).containsExactly("rotation_overdue");
    }

    @Test
    void theFindingSaysWhenProgramsStopAndWhatToTypeWithThisInstancesOwnNames() {
        Finding finding = Rules.diagnose(aged("PT4H").past(HOURLY).facts(), NOW)
                .findings()
                .get(0);

        assertThat(finding.evidence())
                .contains("programs stop working at 2026-11-21 14:30:00 UTC, in 2h")
                .anyMatch(sentence ->
                        sentence.contains("the last 5 sets lived 6h and were replaced 5h before their end"));
        assertThat(finding.remedy())
                .anyMatch(step -> step.endsWith(": `aws iam get-instance-profile --instance-profile-name p`"))
                .anyMatch(command -> command.endsWith("aws ec2 associate-iam-instance-profile --region eu-west-1"
                        + " --instance-id i-0abc1234def567890 --iam-instance-profile Name=p`"));
    }

    @Test
    void aProfileThatWasReCreatedUnderItsNameCountsDown() {
        Instant issued = NOW.minus(Duration.ofHours(1));

        assertThat(findings(aged("PT1H").past(issuedBy("AIPAOLD", issued))))
                .containsExactly("profile_deleted_countdown");
        assertThat(findings(aged("PT1H").role(RoleState.PROFILE_WITHOUT_ROLE).past(issuedBy("AIPAOLD", issued))))
                .containsExactly("profile_deleted_countdown");
        assertThat(findings(aged("PT1H").past(issuedBy("AIPA", issued)))).isEmpty();
        assertThat(findings(aged("PT1H").past(issuedBy("AIPAOLD", issued.minusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void whenTheLastCredentialsHaveEndedTheProfileItselfIsTheFinding() {
        SeenHost seen = aged("PT6H").noProfileInSight().role(RoleState.PROFILE_NOT_FOUND);

        assertThat(findings(seen))
                .containsExactly("profile_not_found", "credentials_expired_but_accepted < profile_not_found");
    }

    @Test
    void aNameThatAShellWouldRunIsNotPutIntoACommand() {
        SeenHost seen = new SeenHost().role(RoleState.ABSENT).noCredentials().profileArn("arn:aws:iam::1:x/$(reboot)");

        assertThat(Rules.diagnose(seen.facts(), NOW).findings().get(0).remedy())
                .containsExactly("Associate an instance profile; the instance may be running: `aws ec2"
                        + " associate-iam-instance-profile --region eu-west-1 --instance-id i-0abc1234def567890"
                        + " --iam-instance-profile Name=PROFILE`")
                .noneMatch(line -> line.contains("reboot"));
    }
}

package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.publish.Hosts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTreeTest {
    @Test
    void theWorstRootComesFirstAndItsEffectsStandUnderIt() {
        List<FindingTree> roots = FindingTree.of(Hosts.shadowed().findings());

        assertThat(roots)
                .extracting(root -> root.finding().code())
                .containsExactly(
                        FindingCode.KEYS_SHADOW_ROLE,
                        FindingCode.PROBE_FAILED,
                        FindingCode.STATIC_KEY_COMMENTED,
                        FindingCode.BLIND);
        assertThat(roots.get(0).effects())
                .extracting(effect -> effect.finding().code())
                .containsExactlyInAnyOrder(FindingCode.CALLER_IS_IAM_USER, FindingCode.STATIC_KEY_LIVE);
    }

    @Test
    void anEffectStandsUnderTheCauseWithItsSubject() {
        List<FindingTree> roots = FindingTree.of(List.of(
                finding(FindingCode.KEYS_SHADOW_ROLE, "pm2:api", Optional.empty()),
                finding(FindingCode.KEYS_SHADOW_ROLE, "pm2:worker", Optional.empty()),
                finding(FindingCode.STATIC_KEY_LIVE, "pm2:worker", Optional.of(FindingCode.KEYS_SHADOW_ROLE))));

        assertThat(roots.get(0).effects()).isEmpty();
        assertThat(roots.get(1).effects()).hasSize(1);
    }

    @Test
    void aFindingWhoseCauseIsNotThereIsARoot() {
        assertThat(FindingTree.of(
                        List.of(finding(FindingCode.PROBE_FAILED, "a", Optional.of(FindingCode.IMDS_UNREACHABLE)))))
                .hasSize(1);
    }

    @Test
    void findingsThatCauseEachOtherAreNotLost() {
        List<FindingTree> roots = FindingTree.of(List.of(
                finding(FindingCode.PROBE_FAILED, "a", Optional.of(FindingCode.SESSION_REVOKED)),
                finding(FindingCode.SESSION_REVOKED, "a", Optional.of(FindingCode.PROBE_FAILED)),
                finding(FindingCode.CALLER_IS_ROOT, "a", Optional.of(FindingCode.CALLER_IS_ROOT))));

        assertThat(roots).hasSize(2);
        assertThat(roots.get(1).effects()).hasSize(1);
    }

    private static Finding finding(FindingCode code, String subject, Optional<FindingCode> cause) {
        return new Finding(code, code.severities().get(0), subject, List.of(), List.of(), cause, Hosts.NOW);
    }
}

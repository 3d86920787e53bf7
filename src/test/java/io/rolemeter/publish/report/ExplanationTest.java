package io.rolemeter.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.publish.RunningWorkloads;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void everyProviderHasALineAndTheWinnerAnArrow() {
        assertThat(WorkloadsText.explain(List.of(RunningWorkloads.keyed()), Screen.NONE))
                .isEqualTo("""
                pm2:api  user deploy, javascript_v3, pid 812 813
                  note: version 2 of the SDK is there too, and may choose otherwise
                      PROVIDER       KEY ID                WHY
                  =>  environment    AKIA************3JXF  AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set by /srv/app/.env.production, if the program loads it
                  -   profile        <not set>             there is no profile default
                  *   instance_role                        not asked, the chain ends at environment; the metadata service has a role
                  uses environment AKIA************3JXF
                """);
    }

    @Test
    void noProgramIsSaidInASentence() {
        assertThat(WorkloadsText.explain(List.of(), Screen.NONE)).startsWith("No running program");
    }

    @Test
    void theDocumentHasTheChainOfEachWorkload() {
        assertThat(WorkloadsJson.document(List.of(RunningWorkloads.keyed())))
                .contains("\"workload\": \"pm2:api\"", "\"origin\": \"/srv/app/.env.production\"", """
                        {
                          "provider": "profile",
                          "present": false,
                          "key_id": null,
                          "wins": false,
                          "why": "there is no profile default"
                        }""".indent(8)
                        .strip());
    }
}

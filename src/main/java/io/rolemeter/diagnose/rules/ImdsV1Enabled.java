package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.Facts;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ImdsV1;
import java.time.Instant;
import java.util.List;

/** The metadata service answers without a token: a request that a program can be tricked into is enough to get credentials. */
public final class ImdsV1Enabled implements Rule {
    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        return facts.role().filter(role -> role.imds().v1() == ImdsV1.ANSWERED).stream()
                .map(role -> Draft.warning(FindingCode.IMDS_V1_ENABLED, "imds")
                        .because("a request without a token was answered")
                        .remedy(
                                "Require tokens, when the instance's CloudWatch metric MetadataNoToken has stayed at zero.")
                        .command(OwnInstance.of(facts).metadataOptions("--http-tokens required"))
                        .at(now))
                .toList();
    }
}

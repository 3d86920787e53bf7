package io.rolemeter.publish;

import io.rolemeter.model.ChainStep;
import io.rolemeter.model.ChosenCredential;
import io.rolemeter.model.CredentialSource;
import io.rolemeter.model.Sdk;
import io.rolemeter.model.Workload;
import io.rolemeter.model.WorkloadsFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs that run, for tests that compare whole outputs. */
public final class RunningWorkloads {
    private RunningWorkloads() {}

    static WorkloadsFact fact() {
        return new WorkloadsFact(
                Hosts.NOW,
                List.of(keyed(), roled()),
                Map.of("pm2:api", 2L, "unit:billing.service", 0L),
                List.of("/proc/977/cmdline: permission denied"));
    }

    /** One that a key in its environment wins over the role for. */
    public static Workload keyed() {
        return new Workload(
                "pm2:api",
                "deploy",
                List.of(812, 813),
                Sdk.JAVASCRIPT_V3,
                new ChosenCredential(
                        CredentialSource.ENVIRONMENT,
                        Optional.of(Hosts.STATIC_KEY),
                        Optional.of("/srv/app/.env.production"),
                        List.of(
                                new ChainStep(
                                        "environment",
                                        true,
                                        Optional.of(Hosts.STATIC_KEY),
                                        true,
                                        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set by"
                                                + " /srv/app/.env.production, if the program loads it"),
                                new ChainStep("profile", false, Optional.empty(), false, "there is no profile default"),
                                new ChainStep(
                                        "instance_role",
                                        true,
                                        Optional.empty(),
                                        false,
                                        "not asked, the chain ends at environment; the metadata service has a role"))),
                Optional.of(Hosts.NOW.minusSeconds(3600)),
                List.of("version 2 of the SDK is there too, and may choose otherwise"));
    }

    static Workload roled() {
        return new Workload(
                "unit:billing.service",
                "billing",
                List.of(702),
                Sdk.JAVA_V2,
                new ChosenCredential(CredentialSource.INSTANCE_ROLE, Optional.empty(), Optional.empty(), List.of()),
                Optional.empty(),
                List.of());
    }

    static WorkloadsFact saying(String text) {
        ChosenCredential credential = new ChosenCredential(
                CredentialSource.CONFIG_FILE,
                Optional.of(Hosts.STATIC_KEY),
                Optional.of(text),
                List.of(new ChainStep(text, true, Optional.of(Hosts.STATIC_KEY), true, text)));
        Workload workload =
                new Workload(text, text, List.of(1), Sdk.UNKNOWN, credential, Optional.empty(), List.of(text));
        return new WorkloadsFact(Hosts.NOW, List.of(workload), Map.of(text, 1L), List.of(text));
    }
}

package io.rolemeter.cli;

import io.rolemeter.Configured;
import io.rolemeter.aws.Partitions;
import io.rolemeter.collect.probe.Grant;
import io.rolemeter.collect.probe.LeastPolicy;
import io.rolemeter.collect.probe.Scope;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what the role must be allowed for the configured probes to pass. Asks nobody. */
@Command(
        name = "permissions",
        description = {
            "Print the least IAM policy that the configured probes need.",
            "Probes that must be denied are left out. What the configuration does not say (aws.region, expect.account) is a"
                    + " star in the ARNs."
        },
        mixinStandardHelpOptions = true)
final class Permissions implements Callable<Integer> {
    /** Which key a bucket is encrypted with is not in the configuration, and asking AWS would take yet another permission. */
    private static final String KMS =
            "If a bucket is encrypted with a key of KMS, allow on that key also kms:Decrypt (to read)"
                    + " or kms:GenerateDataKey (to write): the configuration does not say which it is.";

    @Mixin
    private ConfigurationSource source;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Configured configured = source.load();
        String region = configured.settings().aws().region().orElse(Scope.ANY);
        String account = configured.settings().expectations().account().orElse(Scope.ANY);
        Scope scope = new Scope(Partitions.of(region), region, account);
        PrintWriter err = command.commandLine().getErr();
        configured
                .probes()
                .unexplained(scope)
                .forEach(
                        name -> err.println(
                                "Probe " + name
                                        + " does not say what it needs, and the policy leaves it out: name the IAM action in its needs."));
        List<Grant> grants = configured.probes().grants(scope);
        if (grants.stream().flatMap(grant -> grant.actions().stream()).anyMatch(action -> action.startsWith("s3:"))) {
            err.println(KMS);
        }
        err.flush();
        PrintWriter out = command.commandLine().getOut();
        out.println(LeastPolicy.of(grants));
        out.flush();
        return ExitCode.OK;
    }
}

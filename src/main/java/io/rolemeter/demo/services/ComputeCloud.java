package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;

/** EC2, of which only the dry run of DescribeInstances is simulated: it never describes anything. */
final class ComputeCloud {
    private ComputeCloud() {}

    static Response answer(Principal principal, Request request) {
        if (!Form.of(request).getOrDefault("Action", "").equals("DescribeInstances")) {
            return Words.COMPUTE.error(400, "InvalidAction", "The action is not valid for this web service.");
        }
        return Words.COMPUTE
                .denial(principal, "ec2:DescribeInstances", "*")
                .orElseGet(() -> Words.COMPUTE.error(
                        412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."));
    }
}

package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;

/** The lists that IAM and SNS have of the account: keys of the user, and applications of mobile push. Both are empty. */
final class AccountQueries {
    private AccountQueries() {}

    static Response keys(Principal principal, Request request) {
        return listed(principal, "iam", "ListAccessKeys", Account.USER_ARN, request);
    }

    static Response applications(Principal principal, Request request) {
        return listed(principal, "sns", "ListPlatformApplications", "*", request);
    }

    private static Response listed(
            Principal principal, String service, String action, String resource, Request request) {
        if (!Form.of(request).getOrDefault("Action", "").equals(action)) {
            return Words.QUERY.error(400, "InvalidAction", "Could not find operation " + action);
        }
        return Words.QUERY.denial(principal, service + ":" + action, resource).orElseGet(() -> {
            String result = "<" + action + "Result/>";
            return Response.of(200, "text/xml", "<" + action + "Response>" + result + "</" + action + "Response>");
        });
    }
}

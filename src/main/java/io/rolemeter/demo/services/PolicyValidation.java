package io.rolemeter.demo.services;

import io.rolemeter.demo.account.Principal;
import io.rolemeter.demo.http.Request;
import io.rolemeter.demo.http.Response;

/** The part of IAM Access Analyzer that validates a policy, and finds nothing wrong with any. */
final class PolicyValidation {
    private PolicyValidation() {}

    static Response answer(Principal principal, Request request) {
        return Words.JSON
                .denial(principal, "access-analyzer:ValidatePolicy", "*")
                .orElseGet(() -> request.path().equals("/policy/validation")
                        ? Response.of(200, "application/json", "{\"findings\":[]}")
                        : Words.JSON.error(404, "UnknownOperationException", "There is no such operation"));
    }
}
